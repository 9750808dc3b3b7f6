import type { ErrorGroupStatus } from '../../../../src/contract/errorGroupStates';

/** What was decided about a group. Times are epoch milliseconds. */
export interface GroupState {
  status: ErrorGroupStatus;
  changedAt: number;
  resolvedIn: 'now' | 'next_release' | null;
  /** `now`: the group's newest release when it was resolved; `next_release`: the app's. Null where none was known. */
  resolvedRelease: string | null;
  ignoredUntil: number | null;
  /** Ignored until the group has that many errors altogether. */
  ignoredUntilEvents: number | null;
}

const open = { resolvedIn: null, resolvedRelease: null, ignoredUntil: null, ignoredUntilEvents: null } as const;

/** A group that somebody said is done. */
export function resolvedState(
  resolvedIn: 'now' | 'next_release',
  resolvedRelease: string | null,
  now: number
): GroupState {
  return { ...open, status: 'resolved', changedAt: now, resolvedIn, resolvedRelease };
}

/** A group that nobody wants to hear of, for ever or until one of two things. */
export function ignoredState(until: number | null, untilEvents: number | null, now: number): GroupState {
  return { ...open, status: 'ignored', changedAt: now, ignoredUntil: until, ignoredUntilEvents: untilEvents };
}

/** A group that waits for somebody, again. */
export function openState(status: 'unresolved' | 'regressed', now: number): GroupState {
  return { ...open, status, changedAt: now };
}
