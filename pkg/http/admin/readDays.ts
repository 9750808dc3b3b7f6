import { day } from '../../lib/duration';
import { HttpProblem } from '../errors/HttpProblem';

/** UTC days, `YYYY-MM-DD`, both included. */
export interface Days {
  from: string;
  to: string;
}

/** The days that a caller named: up to today, and as many as is usual, where they did not. Refuses days that run backwards. */
export function readDays({ from, to }: Partial<Days>, now: number, usualDays: number): Days {
  const last = to ?? isoDay(now);
  const first = from ?? isoDay(Date.parse(last) - (usualDays - 1) * day);
  if (first > last) {
    throw new HttpProblem(400, 'bad_request', '"from" must not be after "to"');
  }
  return { from: first, to: last };
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
