import type { TimeRange } from '../../domain/query/QueryRunner';
import { HttpProblem } from '../errors/HttpProblem';

/**
 * ISO 8601 instants as a range of epoch milliseconds; what is left out is taken from `otherwise`. Refuses days that do
 * not exist and ranges that are empty or run backwards.
 */
export function readTimeRange(
  from: string | undefined,
  to: string | undefined,
  otherwise: TimeRange = { from: NaN, to: NaN }
): TimeRange {
  const range = {
    from: from === undefined ? otherwise.from : Date.parse(from),
    to: to === undefined ? otherwise.to : Date.parse(to),
  };
  if (!Number.isFinite(range.from) || !Number.isFinite(range.to)) {
    throw new HttpProblem(400, 'bad_request', '"from" and "to" must be instants such as 2026-11-23T08:00:00Z');
  }
  if (range.from >= range.to) {
    throw new HttpProblem(400, 'bad_request', '"from" must be before "to"');
  }
  return range;
}
