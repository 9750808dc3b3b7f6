import { hour } from '../../../lib/duration';
import { spansOf, type Stretch, type TimedStatus } from './spansOf';
import type { TimedPiece } from './uptimeReport';
import { observedTime } from './uptimeOf';

/**
 * What results say of every hour of a range, whose ends need not be full hours.
 * @param results in order of time; one from before the range says how it began
 * @param maintenance in order, without overlap: `unionOf`
 */
export function hourlyTimes(
  results: readonly TimedStatus[],
  range: Stretch,
  maintenance: readonly Stretch[],
  now: number
): TimedPiece[] {
  const pieces: TimedPiece[] = [];
  let first = 0;
  let end = 0;
  for (let from = range.from; from < range.to; from = Math.floor(from / hour) * hour + hour) {
    const to = Math.min(Math.floor(from / hour) * hour + hour, range.to);
    // The last result before the hour says how it begins.
    while ((results[first + 1]?.at ?? Infinity) <= from) {
      first += 1;
    }
    while ((results[end]?.at ?? Infinity) < to) {
      end += 1;
    }
    // The first result after it says where the last one of it ends.
    const within = results.slice(first, end + 1);
    pieces.push({ from, to, time: observedTime(spansOf(within, { from, to }, now), maintenance) });
  }
  return pieces;
}
