import { sql } from 'kysely';
import { percentileOf, type Calculation } from '../../../../src/contract/query/calculations';
import type { AggregatePlan } from '../../../domain/query/QueryPlan';
import { groupColumns, groupedRows } from '../../query/aggregateStatement';
import type { Fragment } from '../../query/compileStatement';
import { milliseconds } from './groupStatements';

/** One group's rows of one piece; groups are `g0`, `g1`, … in the order of `groupBy`. What the rest means, `partOf` says. */
export interface PartRow {
  [group: `g${number}`]: string;
  /** Start of the piece, epoch milliseconds. */
  bucket: number;
  rows: number;
  one: number | null;
  other: number | null;
  many: Buffer | null;
}

/** The parts of a plan by group and bucket, in the order of time. At most `mostRows` stored rows are looked at. */
export function partsStatement(plan: AggregatePlan, mostRows: number, mostParts: number): Fragment {
  const groups = groupColumns(plan);
  const keys = sql.join([...groups, sql`r.bucket`]);
  return sql`select ${groups.length === 0 ? sql`` : sql`${sql.join(groups)}, `}${milliseconds(sql`r.bucket`)} as bucket,
      count(*)::float8 as rows, ${measures(plan.calculation)}
    from (select * from (${groupedRows(plan)}) s limit ${mostRows + 1}) r
    group by ${keys} order by r.bucket limit ${mostParts + 1}`;
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
