import { sql } from 'kysely';
import { type Counted, summaryKinds } from '../../domain/summaries/summaryKinds';
import type { Fragment } from '../query/compileStatement';
import { dimensionColumns } from './dimensionColumns';
import { bucketOf, type BucketRange, onePart } from './recompute';
import { sourceRows } from './sourceRows';
import { summaryTables } from './SummaryTable';
import { identityOf, uniqueCounters } from './uniques';

const keys = ['org_id', 'app_id', 'bucket', 'type'].map((name) => sql.ref(name));
const groups = [...keys, sql.ref('dim'), sql.ref('dim_value')];

/** Writes the counters of users or of sessions of these buckets from raw rows, in one pass. */
export function recomputeUniques({ appId, kind, grain, from, to }: BucketRange, counted: Counted): Fragment {
  const { time } = summaryTables[kind];
  const { type, uniques } = summaryKinds[kind];
  const columns = dimensionColumns(kind, uniques[counted]);
  const { id } = identityOf(counted);
  const rows = sql`
    select t.org_id, t.app_id, ${bucketOf(sql.ref(`t.${time}`), grain)} as bucket, ${sql.ref(`t.${type}`)} as type,
      ${columns.select}, ${id} as id, t.user_id is not null as is_user
    ${sourceRows(kind, { parts: onePart({ appId, from, to }), device: columns.device })} and ${id} is not null`;
  const persons = sql`
    select ${sql.join(keys)}, ${columns.name} as dim, ${columns.values} as dim_value, id, bool_or(is_user) as is_user
    from (${rows} offset 0) r group by grouping sets (${columns.sets([...keys, sql.ref('id')])})`;
  return sql`
    insert into uniques_summary (org_id, app_id, bucket, type, dim, dim_value, n, saw_users, saw_visitors, v0, v1,
      kind, counted, grain)
    select counters.*, ${kind}::text, ${counted}::text, ${grain}::text
    from (${uniqueCounters(persons, groups, counted)}) counters order by dim, type`;
}
