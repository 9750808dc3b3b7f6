import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { instant } from '../query/rawTable';
import { run } from './inBucket';
import type { BucketRange } from './recompute';

/** Buckets of the coarser grains begin where PostgreSQL bins them from the epoch on: weeks on Thursdays. */
const widths = { six_hours: '6 hours', day: '1 day', week: '7 days' } as const;

/** Notes that the bucket of a coarser grain around this one is not the sum of its parts any more. */
export function markCoarser(
  client: PoolClient,
  { orgId, appId, kind, from }: BucketRange,
  grain: keyof typeof widths
): Promise<number> {
  const start = sql`date_bin(${widths[grain]}::interval, ${instant(from)}, 'epoch')`;
  return run(
    client,
    sql`insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      values (${orgId}::bigint, ${appId}::uuid, ${start}, ${kind}::text, ${grain}::text)`
  );
}
