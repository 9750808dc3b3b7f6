import { sql } from 'kysely';
import { type Counted, summaryKinds } from '../../domain/summaries/summaryKinds';
import type { Fragment } from '../query/compileStatement';
import { dimensionColumns } from './dimensionColumns';
import { type BucketRange, bucketsOf, onePart } from './recompute';
import { sourceRows } from './sourceRows';
import { summaryTables } from './SummaryTable';
import { identityOf, personColumns, uniqueCounters } from './uniques';

/** Writes the counters of users or of sessions of these buckets from raw rows, in one pass. */
export function recomputeUniques(range: BucketRange, counted: Counted): Fragment {
  const { orgId, appId, kind, grain, from, to } = range;
  const { type, uniques } = summaryKinds[kind];
  const columns = dimensionColumns(kind, uniques[counted]);
  const identity = identityOf(counted);
  const bucket = bucketsOf(range, sql.ref(`t.${summaryTables[kind].time}`));
  const rows = sql`
    select ${sql.ref(`t.${type}`)} as type, ${bucket.column}${columns.select}, ${identity.columns}
    ${sourceRows(kind, { parts: onePart({ appId, from, to }), device: columns.device })} and ${identity.id} is not null`;
  // What differs most comes first: it is compared most often.
  const keys = [sql.ref('type'), ...bucket.key];
  const groups = [sql.ref('dim_value'), sql.ref('dim'), ...keys];
  const persons = sql`
    select ${columns.values} as dim_value, ${columns.name} as dim, ${sql.join(keys)}, ${personColumns}
    from (${rows} offset 0) r group by grouping sets (${columns.sets([sql.ref('id'), ...keys])})`;
  return sql`
    insert into uniques_summary (org_id, app_id, bucket, kind, counted, grain, dim_value, dim, type, n, saw_users,
      saw_visitors, v0, v1)
    select ${orgId}::bigint, ${appId}::uuid, ${bucket.value}, ${kind}::text, ${counted}::text, ${grain}::text,
      c.dim_value, c.dim, c.type, c.n, c.saw_users, c.saw_visitors, c.v0, c.v1
    from (${uniqueCounters(persons, groups)}) c`;
}
