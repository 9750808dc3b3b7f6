import { compareReleases } from './compareReleases';
import type { GroupState } from './GroupState';

/** A release and when its app first had an error in it, epoch milliseconds. */
export interface SeenRelease {
  release: string;
  firstSeen: number;
}

/** Errors that came after a group was resolved, by release; null: they name none. */
export type LaterErrors = ReadonlyArray<{ release: string | null; firstSeen: number }>;

/**
 * Whether errors that happened and came after a group was resolved mean that it is back: for `now`, errors of the
 * release in which it was resolved or of a newer one, or without a release; for `next_release`, errors of a newer release.
 * Where releases are no version numbers, the newer one is the one that was seen later.
 */
export function hasRegressed(
  { resolvedIn, resolvedRelease, changedAt }: Pick<GroupState, 'resolvedIn' | 'resolvedRelease' | 'changedAt'>,
  later: LaterErrors,
  resolvedReleaseSeen: number | null
): boolean {
  return later.some(({ release, firstSeen }) => {
    if (release === null) {
      return resolvedIn === 'now';
    }
    if (resolvedRelease === null) {
      return true;
    }
    const order = compareReleases(release, resolvedRelease);
    if (resolvedIn === 'now') {
      return order === undefined ? firstSeen >= (resolvedReleaseSeen ?? 0) : order >= 0;
    }
    return order === undefined ? firstSeen > changedAt : order > 0;
  });
}

/** The newest of some releases; null of none. */
export function newestRelease(releases: readonly SeenRelease[]): string | null {
  return newestFirst(releases)[0]?.release ?? null;
}

/** Newest first: by version numbers where both have one, else by when they were first seen. */
export function newestFirst(releases: readonly SeenRelease[]): SeenRelease[] {
  const byTime = [...releases].sort((a, b) => b.firstSeen - a.firstSeen || (a.release < b.release ? 1 : -1));
  const versions = byTime.filter(({ release }) => compareReleases(release, '0.0') !== undefined);
  // Mixed orders contradict each other: numbers among themselves, the others by time after them.
  const others = byTime.filter((release) => !versions.includes(release));
  return [...versions.sort((a, b) => compareReleases(b.release, a.release) ?? 0), ...others];
}
