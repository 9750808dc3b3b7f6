import { minute, second } from '../../../lib/duration';

/** A service is looked at that often where neither its results nor the time between them say it. */
const usualInterval = minute;

/**
 * How often a service is looked at, in milliseconds: what its newest result says, else the time since the one before.
 * @param results the newest first
 */
export function serviceInterval(results: ReadonlyArray<{ at: number; intervalMs: number | null }>): number {
  const [newest, next] = results;
  const distance = newest === undefined || next === undefined ? usualInterval : Math.max(newest.at - next.at, second);
  return newest?.intervalMs ?? distance;
}
