import { sql } from 'kysely';
import { type Calculation, percentileOf } from '../../../src/contract/query/calculations';
import type { Fragment } from './compileStatement';

const ofRating = (rating: string): Fragment =>
  sql`100.0 * count(*) filter (where r.rating = ${sql.lit(rating)}) / nullif(count(r.rating), 0)`;

const expressions: Partial<Record<Calculation, Fragment>> = {
  count: sql`count(*)`,
  // Divided by time where it is known how much of it a bucket covers.
  rate: sql`count(*)`,
  sum: sql`sum(r.measure)`,
  avg: sql`avg(r.measure)`,
  min: sql`min(r.measure)`,
  max: sql`max(r.measure)`,
  uniques_users: sql`count(distinct r.person)`,
  uniques_sessions: sql`count(distinct r.session_id)`,
  share_good: ofRating('good'),
  share_needs_improvement: ofRating('needs_improvement'),
  share_poor: ofRating('poor'),
  uptime: sql`100.0 * sum(r.seconds) filter (where r.status <> 'down') / nullif(sum(r.seconds), 0)`,
};

/**
 * A calculation over rows `r` as a double. Percentiles are nearest-rank: the smallest value that at least that part of
 * the rows does not exceed.
 */
export function aggregateExpression(calculation: Calculation): Fragment {
  const percentile = percentileOf(calculation);
  const expression =
    percentile === undefined
      ? expressions[calculation]
      : sql`percentile_disc(${sql.lit(percentile)}) within group (order by r.measure)`;
  if (expression === undefined) {
    throw new Error(`no expression for ${calculation}`);
  }
  // Of an uptime nothing observed is left as null, not as 0 %.
  return calculation === 'uptime'
    ? sql`(case when sum(r.seconds) > 0 then coalesce(${expression}, 0) end)::float8`
    : sql`(${expression})::float8`;
}
