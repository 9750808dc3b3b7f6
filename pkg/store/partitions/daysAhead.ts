import { day, startOfDay } from '../../lib/duration';

/** Room for clocks that are behind, and for a job that does not run for a week. */
const daysBack = 1;
const daysForward = 7;

/** The UTC days that should have partitions at `now`, oldest first, as `YYYY-MM-DD`. */
export function daysAhead(now: number): string[] {
  const today = startOfDay(now);
  return Array.from({ length: daysBack + 1 + daysForward }, (_, index) => isoDay(today + (index - daysBack) * day));
}

/** The UTC day that holds `ms`, as `YYYY-MM-DD`. */
export function isoDay(ms: number): string {
  const start = startOfDay(ms);
  if (start !== last.start) {
    last = { start, name: new Date(ms).toISOString().slice(0, 10) };
  }
  return last.name;
}

/** Most days asked for are the same day, thousands of times a second. */
let last = { start: NaN, name: '' };
