import { sql } from 'kysely';
import { percentileOf, type Calculation } from '../../../../src/contract/query/calculations';
import type { AggregatePlan } from '../../../domain/query/QueryPlan';
import { groupColumns, groupedRows } from '../../query/aggregateStatement';
import type { Fragment } from '../../query/compileStatement';

/** One group; groups are `g0`, `g1`, … in the order of `groupBy`. */
export interface PartsRow {
  [group: `g${number}`]: string;
  /** How many parts, and stored rows in all of them. */
  count: number;
  rows: number;
  /**
   * Its parts one after the other, in the order of time: number of the piece and rows (4 bytes each), `one` and `other` (8
   * each, NaN: none), how many values follow (4), and those (8 each). What they mean, `partsOf` says.
   */
  parts: Buffer;
}

/**
 * The parts of a plan, those of each group in one row: hundreds of thousands of rows would cost more than what is in them.
 * At most `mostRows` stored rows are looked at.
 */
export function partsStatement(plan: AggregatePlan, mostRows: number, mostParts: number): Fragment {
  const groups = groupColumns(plan);
  const keys = sql.join([...groups, sql`r.bucket`]);
  const listed = groups.length === 0 ? sql`` : sql`${sql.join(groups)}, `;
  const { bucketFrom = 0, bucketMs = 1 } = plan;
  return sql`select ${listed}count(*)::float8 as count, sum(p.rows)::float8 as rows, string_agg(
      int4send(p.piece) || int4send(p.rows) || float8send(coalesce(p.one, 'NaN')) || float8send(coalesce(p.other, 'NaN'))
      || int4send(coalesce(octet_length(p.many), 0) / 8) || coalesce(p.many, ''::bytea), ''::bytea order by p.piece) as parts
    from (
      select ${listed}round((extract(epoch from r.bucket) * 1000 - ${bucketFrom}::float8) / ${bucketMs}::float8)::int as piece,
        count(*)::int as rows, ${measures(plan.calculation)}
      from (select * from (${groupedRows(plan)}) s limit ${mostRows + 1}) r
      group by ${keys} limit ${mostParts + 1}
    ) p${groups.length === 0 ? sql` having count(*) > 0` : sql` group by ${sql.join(groups)}`}`;
}

function measures(calculation: Calculation): Fragment {
  if (percentileOf(calculation) !== undefined) {
    return columns({ many: sql`string_agg(float8send(r.measure::float8), ''::bytea)` });
  }
  switch (calculation) {
    case 'uniques_users':
      return columns({ many: distinct(sql`r.person`) });
    case 'uniques_sessions':
      return columns({ many: distinct(sql`r.session_id`) });
    case 'sum':
    case 'avg':
      return columns({ one: sql`sum(r.measure)`, other: sql`count(r.measure)` });
    case 'min':
      return columns({ one: sql`min(r.measure)` });
    case 'max':
      return columns({ one: sql`max(r.measure)` });
    case 'share_good':
    case 'share_needs_improvement':
    case 'share_poor': {
      const rating = calculation.slice('share_'.length);
      return columns({ one: sql`count(*) filter (where r.rating = ${sql.lit(rating)})`, other: sql`count(r.rating)` });
    }
    case 'uptime':
      return columns({
        one: sql`coalesce(sum(r.seconds) filter (where r.status <> 'down'), 0)`,
        other: sql`sum(r.seconds)`,
      });
    default:
      return columns({});
  }
}

function columns({ one, other, many }: { one?: Fragment; other?: Fragment; many?: Fragment }): Fragment {
  return sql`(${one ?? sql`null`})::float8 as one, (${other ?? sql`null`})::float8 as other,
    ${many ?? sql`null::bytea`} as many`;
}

/** Hashes of 64 bits instead of the ids: what they stand for is not asked, and two that are equal are not expected. */
function distinct(id: Fragment): Fragment {
  return sql`string_agg(distinct int8send(hashtextextended(${id}::text, 0)), ''::bytea)`;
}
