import { sql } from 'kysely';
import type { DataKind } from '../../../src/contract/query/kinds';
import type { Fragment } from './compileStatement';

/** What a status counts as where shares of good, middling and poor rows are asked for. */
export const ratingOfStatus = { healthy: 'good', degraded: 'needs_improvement', down: 'poor' } as const;

/** How good a row `t` is: page views have a rating, results of health a status; other kinds have none. */
export function ratingOf(kind: DataKind): Fragment {
  const cases = Object.entries(ratingOfStatus).map(
    ([status, rating]) => sql`when ${sql.lit(status)} then ${sql.lit(rating)}`
  );
  return kind === 'health' ? sql`(case t.status ${sql.join(cases, sql` `)} end)` : sql`t.rating`;
}
