import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { instant } from '../query/rawTable';
import { inBucket, run } from './inBucket';
import type { BucketRange } from './recompute';
import { kindsWithUniques, summaryTables } from './SummaryTable';

/** Deletes the summaries of these buckets: a group that no row is left of must vanish. */
export async function deleteBuckets(client: PoolClient, buckets: BucketRange): Promise<void> {
  const { appId, kind, grain, from, to } = buckets;
  await run(
    client,
    sql`delete from ${sql.table(summaryTables[kind].name)} where grain = ${grain}::text
      and bucket >= ${instant(from)} and bucket < ${instant(to)} and app_id = ${appId}::uuid`
  );
  if (kindsWithUniques.includes(kind)) {
    await run(client, sql`delete from uniques_summary where grain = ${grain}::text and ${inBucket(buckets)}`);
  }
}
