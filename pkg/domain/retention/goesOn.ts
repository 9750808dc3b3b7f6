import { day } from '../../lib/duration';

/**
 * When what happened on a UTC day (`YYYY-MM-DD`) is deleted, epoch milliseconds: whole days go, once even their last
 * instant was kept long enough.
 */
export function goesOn(since: string, days: number): number {
  return Date.parse(since) + (days + 1) * day;
}
