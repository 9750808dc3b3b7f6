import { sql } from 'kysely';
import type { Calculation } from '../../../../src/contract/query/calculations';
import type { AggregatePlan } from '../../../domain/query/QueryPlan';
import { groupColumns, groupedRows } from '../../query/aggregateStatement';
import type { Fragment } from '../../query/compileStatement';

/** One group; groups are `g0`, `g1`, … in the order of `groupBy`. */
export interface PastRowsRow {
  [group: `g${number}`]: string;
  /** How many stored rows. */
  count: number;
  /**
   * They one after the other, in no order: when the piece began (microseconds since 2000 as a 64-bit integer), then what
   * `measuresOf` names (64 bits each).
   */
  packed: Buffer;
}

/**
 * The rows of a plan, those of each group in one row of the answer: hundreds of thousands would cost more than what is in
 * them, and so would sorting them or adding them up here. At most `mostRows` stored rows are looked at.
 */
export function pastRowsStatement(plan: AggregatePlan, mostRows: number): Fragment {
  const groups = groupColumns(plan);
  const listed = groups.length === 0 ? sql`` : sql`${sql.join(groups)}, `;
  const packed = sql.join([sql`timestamptz_send(r.bucket)`, ...measuresOf(plan.calculation)], sql` || `);
  return sql`select ${listed}count(*)::float8 as count, string_agg(${packed}, ''::bytea) as packed
    from (select * from (${groupedRows(plan)}) s limit ${mostRows + 1}) r
    ${groups.length === 0 ? sql`having count(*) > 0` : sql`group by ${sql.join(groups)}`}`;
}

/** What the calculation reads of a row; none where rows are only counted. */
export function measuresOf(calculation: Calculation): Fragment[] {
  switch (calculation) {
    case 'count':
    case 'rate':
      return [];
    case 'uniques_users':
      return [hashed(sql`r.person`)];
    case 'uniques_sessions':
      return [hashed(sql`r.session_id`)];
    case 'share_good':
    case 'share_needs_improvement':
    case 'share_poor':
      return [number(sql`(r.rating = ${sql.lit(calculation.slice('share_'.length))})::int`)];
    case 'uptime':
      return [number(sql`case when r.status <> 'down' then r.seconds else 0 end`), number(sql`r.seconds`)];
    default:
      return [number(sql`r.measure`)];
  }
}

function number(value: Fragment): Fragment {
  return sql`float8send(coalesce((${value})::float8, 'NaN'))`;
}

/**
 * A hash instead of the id: what it stands for is not asked, and two that are equal are not expected. Its lowest 52 bits
 * as the number from 1 to 2 that has these bits.
 */
function hashed(id: Fragment): Fragment {
  return sql`coalesce(int8send((hashtextextended(${id}::text, 0) & 4503599627370495) | 4607182418800017408), float8send('NaN'))`;
}
