import { sql } from 'kysely';
import type { AggregatePlan } from '../../domain/query/QueryPlan';
import { second } from '../../lib/duration';
import type { Fragment } from '../query/compileStatement';

/** How statements over summaries name what a cell is told apart by: groups `g0`, `g1`, …, and the time `bucket`. */
export function keyNames({ groupBy }: AggregatePlan, buckets: boolean): string[] {
  return [...groupBy.map((_, index) => `g${index}`), ...(buckets ? ['bucket'] : [])];
}

export function keysOf(plan: AggregatePlan, buckets: boolean): Fragment[] {
  return keyNames(plan, buckets).map((name) => sql.ref(name));
}

export function groupsOf(
  { groupBy }: AggregatePlan,
  text: (field: AggregatePlan['groupBy'][number]) => Fragment
): Fragment[] {
  return groupBy.map((field, index) => sql`${text(field)} as ${sql.ref(`g${index}`)}`);
}

export function bucketOf({ bucketMs = 0 }: AggregatePlan, time: Fragment): Fragment {
  return sql`date_bin(make_interval(secs => ${bucketMs / second}::float8), ${time}, 'epoch') as bucket`;
}

/** The same as columns of the answer, the bucket in epoch milliseconds. */
export function shownKeys({ groupBy }: AggregatePlan, buckets: boolean, rows: string): Fragment[] {
  const bucket = sql`round(extract(epoch from ${sql.ref(`${rows}.bucket`)}) * 1000)::float8`;
  return [
    ...groupBy.map((_, index) => sql.ref(`${rows}.g${index}`)),
    sql`${buckets ? bucket : sql`null::float8`} as bucket`,
  ];
}
