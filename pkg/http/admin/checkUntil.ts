import type { Clock } from '../../lib/Clock';
import { HttpProblem } from '../errors/HttpProblem';

/** Refuses an end that lies in the past. */
export function checkUntil(until: string | undefined, clock: Clock): void {
  if (until !== undefined && !(Date.parse(until) > clock.now())) {
    throw new HttpProblem(400, 'bad_request', '"until" must be an instant that is still to come');
  }
}
