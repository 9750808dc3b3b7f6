import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { instant } from '../query/rawTable';
import { run } from './inBucket';
import { bucketOf, type BucketRange } from './recompute';

/**
 * Notes that the bucket of a coarser grain around this one is not the sum of its parts any more. Buckets begin where
 * PostgreSQL bins them from the epoch on: weeks on Thursdays.
 */
export function markCoarser(
  client: PoolClient,
  { orgId, appId, kind, from }: BucketRange,
  grain: 'six_hours' | 'day' | 'week'
): Promise<number> {
  return run(
    client,
    sql`insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      values (${orgId}::bigint, ${appId}::uuid, ${bucketOf(instant(from), grain)}, ${kind}::text, ${grain}::text)`
  );
}
