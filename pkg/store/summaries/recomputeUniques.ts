import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { type Counted, type Dimension, summaryKinds } from '../../domain/summaries/summaryKinds';
import type { Fragment } from '../query/compileStatement';
import { dimensionColumns } from './dimensionColumns';
import { type BucketRange, bucketsOf, onePart } from './recompute';
import { sourceRows } from './sourceRows';
import { summaryTables } from './SummaryTable';
import { identityOf, personColumns, uniqueCounters } from './uniques';

const mostSeed = 2 ** 47;

/**
 * Writes the counters of users or of sessions of these buckets from raw rows. Groups go by 64-bit numbers until the end,
 * hashes with a seed that nobody can foresee: sorting fifty thousand persons by the values themselves takes twice the time
 * of all the rest.
 */
export function recomputeUniques(range: BucketRange, counted: Counted): Fragment {
  const { orgId, appId, kind, grain, from, to } = range;
  const { type, uniques } = summaryKinds[kind];
  const dimensions = uniques[counted];
  const columns = dimensionColumns(kind, dimensions);
  const identity = identityOf(counted);
  const bucket = bucketsOf(range, sql.ref(`t.${summaryTables[kind].time}`));
  const keys = [sql.ref('type'), ...bucket.key];
  const seed = sql`${randomInt(mostSeed)}::bigint${bucket.key.length === 0 ? sql`` : sql` + extract(epoch from bucket)::bigint`}`;
  const numberOf = (dimension: Dimension): Fragment =>
    columns
      .fields(dimension)
      .reduce<Fragment>(
        (number, field) => sql`hashtextextended(${field}, ${number})`,
        sql`hashtextextended(type, ${seed} + ${sql.lit(dimensions.indexOf(dimension))})`
      );
  const persons = sql`
    select g, ${personColumns} from rows r cross join lateral unnest(array[${sql.join(dimensions.map(numberOf))}]) g
    group by g, r.id`;
  return sql`
    with rows as materialized (
      select ${sql.ref(`t.${type}`)} as type, ${bucket.column}${columns.select}, ${identity.columns}
      ${sourceRows(kind, { parts: onePart({ appId, from, to }), device: columns.device })} and ${identity.id} is not null
    ), groups as (
      select ${columns.ofSet(numberOf)} as g, ${columns.name} as dim, ${columns.values} as dim_value, ${sql.join(keys)}
      from rows group by grouping sets (${columns.sets(keys)})
    )
    insert into uniques_summary (org_id, app_id, bucket, kind, counted, grain, dim_value, dim, type, n, saw_users,
      saw_visitors, v0, v1)
    select ${orgId}::bigint, ${appId}::uuid, ${bucket.value}, ${kind}::text, ${counted}::text, ${grain}::text,
      dim_value, dim, type, c.n, c.saw_users, c.saw_visitors, c.v0, c.v1
    from (${uniqueCounters(persons, [sql.ref('g')])}) c join groups using (g)`;
}
