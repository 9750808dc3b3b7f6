import type { ErrorGroup } from '../../contract/resources/errorGroups';

/** An error group that somebody should look at, and why. */
export interface NewError {
  group: ErrorGroup;
  why: 'new' | 'regressed';
  /** When it was first seen, or last seen since it came back; epoch milliseconds. */
  at: number;
}

/**
 * Groups of the chosen apps that were first seen in a time range, and those that came back and were seen in it, the newest
 * first. Undefined apps: all of them.
 */
export function newErrorsOf(
  groups: readonly ErrorGroup[],
  apps: readonly string[] | undefined,
  { from, to }: { from: number; to: number }
): NewError[] {
  return groups
    .filter(({ app }) => apps === undefined || apps.includes(app))
    .map((group): NewError =>
      group.status === 'regressed'
        ? { group, why: 'regressed', at: Date.parse(group.last_seen) }
        : { group, why: 'new', at: Date.parse(group.first_seen) }
    )
    .filter(({ at }) => at >= from && at <= to)
    .sort((one, other) => other.at - one.at);
}
