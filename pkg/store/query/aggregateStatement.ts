import { sql } from 'kysely';
import type { AggregatePlan } from '../../domain/query/QueryPlan';
import { aggregateExpression } from './aggregateExpression';
import { appOf } from './appOf';
import type { Fragment } from './compileStatement';
import { columnText, textOf } from './fieldExpression';
import { ratingOf } from './ratingOf';
import { instant, rawTables } from './rawTable';
import { joinsFor, selectionSource } from './selectionSource';
import { uptimeRows } from './uptimeRows';

/** A row of the answer; groups are `g0`, `g1`, … in the order of `groupBy`. */
export interface AggregateRow {
  [group: `g${number}`]: string;
  bucket: number | null;
  value: number | null;
  unit: string | null;
  counted_users: boolean | null;
  counted_visitors: boolean | null;
  group_count: number;
}

/**
 * The numbers of a plan, the largest group first, its buckets in order; at most `mostRows`. Groups are ranked by their
 * value over the whole range, which the same pass over the rows calculates.
 */
export function aggregateStatement(plan: AggregatePlan, mostRows: number): Fragment {
  const groups = groupColumns(plan);
  const measures = sql`${aggregateExpression(plan.calculation)} as value, ${agreedUnit} as unit,
    ${sawUsers(plan)} as counted_users, ${sawVisitors(plan)} as counted_visitors`;
  const rows = groupedRows(plan);
  if (groups.length === 0) {
    return plan.bucketMs === undefined
      ? sql`select null::float8 as bucket, ${measures}, 1::float8 as group_count from (${rows}) r`
      : sql`select ${milliseconds(sql`r.bucket`)} as bucket, ${measures}, 1::float8 as group_count
          from (${rows}) r group by r.bucket order by r.bucket limit ${mostRows}`;
  }
  const list = sql.join(groups);
  const largest = sql`order by value desc nulls last, ${list} limit ${plan.limit}`;
  if (plan.bucketMs === undefined) {
    return sql`select ${list}, null::float8 as bucket, ${measures}, (count(*) over ())::float8 as group_count
      from (${rows}) r group by ${list} ${largest}`;
  }
  const same = sql.join(
    plan.groupBy.map((_, index) => sql`c.${sql.ref(`g${index}`)} = top.${sql.ref(`g${index}`)}`),
    sql` and `
  );
  return sql`
    with cells as (
      select ${list}, r.bucket, grouping(r.bucket) as whole, ${measures}
      from (${rows}) r group by grouping sets ((${list}), (${list}, r.bucket))
    ), top as (
      select ${list}, (count(*) over ())::float8 as group_count,
        row_number() over (order by value desc nulls last, ${list}) as place
      from cells where whole = 1 ${largest}
    )
    select ${sql.join(plan.groupBy.map((_, index) => sql`c.${sql.ref(`g${index}`)}`))},
      ${milliseconds(sql`c.bucket`)} as bucket, c.value, c.unit, c.counted_users, c.counted_visitors, top.group_count
    from cells c join top on ${same} where c.whole = 0 order by top.place, c.bucket limit ${mostRows}`;
}

const agreedUnit = sql`case when min(r.unit) = max(r.unit) then min(r.unit) end`;

const sawUsers = ({ calculation }: AggregatePlan): Fragment =>
  calculation === 'uniques_users' ? sql`bool_or(r.user_id is not null)` : sql`null::boolean`;

const sawVisitors = ({ calculation }: AggregatePlan): Fragment =>
  calculation === 'uniques_users' ? sql`bool_or(r.user_id is null and r.person is not null)` : sql`null::boolean`;

/** Names of the columns of groups. */
export function groupColumns({ groupBy }: AggregatePlan): Fragment[] {
  return groupBy.map((_, index) => sql.ref(`g${index}`));
}

/** The rows of which a plan's numbers are made: their group, their bucket, and what the calculation reads. */
export function groupedRows(plan: AggregatePlan): Fragment {
  return plan.calculation === 'uptime' ? uptimeSelection(plan) : rowSelection(plan);
}

/** One row a stored row, with what the calculation reads. */
function rowSelection(plan: AggregatePlan): Fragment {
  const { kind, bucketMs, bucketFrom, measure, groupBy, calculation } = plan;
  const { time, unit } = rawTables[kind];
  const column = measure === undefined ? undefined : measureColumn(plan);
  const columns = [
    ...groupBy.map((field, index) => sql`coalesce(${textOf(field, kind)}, '') as ${sql.ref(`g${index}`)}`),
    ...(bucketMs === undefined ? [] : [sql`${bucketOf(time, bucketMs, bucketFrom)} as bucket`]),
    sql`${column === undefined ? sql`null::text` : unit} as unit`,
    ...(column === undefined ? [] : [sql`${column} as measure`]),
    ...(calculation === 'uniques_users' ? [sql`t.user_id, coalesce(t.user_id, t.visitor_id) as person`] : []),
    ...(calculation === 'uniques_sessions' ? [sql`t.session_id`] : []),
    ...(calculation.startsWith('share_') ? [sql`${ratingOf(kind)} as rating`] : []),
  ];
  // Whoever reported was there, however often.
  const reports = calculation.startsWith('uniques_') ? 'all' : 'newest';
  const source = selectionSource(plan, joinsFor(groupBy, plan), reports);
  const measured = column === undefined ? sql`` : sql` and ${column} is not null`;
  return sql`select ${sql.join(columns)} ${source}${measured}`;
}

function uptimeSelection(plan: AggregatePlan): Fragment {
  const columns = [
    ...plan.groupBy.map(
      ({ name }, index) => sql`coalesce(${columnText(name, 'health')}, '') as ${sql.ref(`g${index}`)}`
    ),
    sql`t.bucket, t.seconds, t.status, null::text as unit`,
  ];
  return sql`select ${sql.join(columns)} from ${uptimeRows(plan)} t${appOf('t')}`;
}

function measureColumn({ kind, measure }: AggregatePlan): Fragment {
  return measure === 'error_rate' ? sql.ref('t.error_rate') : rawTables[kind].value;
}

function bucketOf(time: Fragment, bucketMs: number, from = 0): Fragment {
  return sql`date_bin(make_interval(secs => ${bucketMs / 1000}::float8), ${time}, ${instant(from)})`;
}

function milliseconds(time: Fragment): Fragment {
  return sql`round(extract(epoch from ${time}) * 1000)::float8`;
}
