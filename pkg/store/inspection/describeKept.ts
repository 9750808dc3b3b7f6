import { day } from '../../lib/duration';
import { goesOn } from '../../domain/retention/goesOn';
import { isoDay } from '../partitions/daysAhead';
import type { Finding } from './Finding';
import type { Kept } from './inspectKept';

/** Later than this after its day, something that should be gone is worth a word: jobs look once an hour. */
const patience = 2 * day;

/** One line of each table: since when, how large, when the oldest of it goes. Pure. `now` in epoch milliseconds. */
export function describeKept(kept: readonly Kept[], now: number): Finding[] {
  return kept.map(({ table, bytes, since, days }): Finding => {
    const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
    if (since === undefined) {
      return { verdict: 'good', text: `Kept: ${table}, nothing yet, ${size}, for ${days} days` };
    }
    const goes = goesOn(since, days);
    const text = `Kept: ${table}, since ${since}, ${size}, for ${days} days; ${since} goes on ${isoDay(goes)}`;
    return goes + patience >= now
      ? { verdict: 'good', text }
      : { verdict: 'note', text, advice: 'that is over. Start the server, which takes it away' };
  });
}
