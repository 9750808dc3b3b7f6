import { sql } from 'kysely';
import { minute, second } from '../../lib/duration';
import type { Fragment } from '../query/compileStatement';

/** Clocks of processes may differ by that much, milliseconds. */
const skew = minute;

/**
 * Whether a time lies further ahead than there is any reason for: the clock was set back since it was written, and nobody may
 * wait for that long.
 * @param latest the timestamptz that it could be if it were written now
 */
export function isOfAnotherClock(time: Fragment, latest: Fragment): Fragment {
  return sql`${time} > ${latest} + make_interval(secs => ${skew / second})`;
}

/**
 * Whether nobody works on a row whose lease ends at `leasedUntil`.
 * @param now epoch milliseconds
 * @param latest when a lease that begins now ends at the latest, a timestamptz
 */
export function isFree(leasedUntil: Fragment, now: number, latest: Fragment): Fragment {
  return sql`(${leasedUntil} is null or ${leasedUntil} <= ${new Date(now)} or ${isOfAnotherClock(leasedUntil, latest)})`;
}

/** An instant of epoch milliseconds as a timestamptz that can be calculated with. */
export function instantOf(milliseconds: number): Fragment {
  return sql`${new Date(milliseconds)}::timestamptz`;
}
