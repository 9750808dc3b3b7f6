import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { longestPageView } from '../../domain/summaries/longestPageView';
import { instant } from '../query/rawTable';
import { run } from './inBucket';
import { type BucketRange, bucketOf, onePart } from './recompute';
import { sourceRows } from './sourceRows';

/**
 * A report of a vital takes the place of one that an earlier hour has counted, which no ingest transaction may know.
 * Marks those of the hours before `bucket` of which the summary counts another number than there is. Answers how many.
 */
export function markSuperseded(client: PoolClient, bucket: BucketRange): Promise<number> {
  const { orgId, appId, from: to } = bucket;
  const from = to - longestPageView;
  const at = sql`bucket >= ${instant(from)} and bucket < ${instant(to)}`;
  return run(
    client,
    sql`insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      select distinct org_id, ${appId}::uuid, bucket, 'performance', 'hour'
      from (
        select t.org_id, ${bucketOf(sql`t.timestamp`, 'hour')} as bucket, t.metric_type, count(*) as n
        ${sourceRows('performance', { parts: onePart({ appId, from, to }), device: false })} group by 1, 2, 3
      ) found full join (
        select org_id, bucket, metric_type, n from perf_summary
        where org_id = ${orgId}::bigint and app_id = ${appId}::uuid and grain = 'hour' and dim = '' and ${at}
      ) known using (org_id, bucket, metric_type)
      where found.n is distinct from known.n and not exists (
        select from summary_dirty d where d.app_id = ${appId}::uuid and d.kind = 'performance' and d.grain = 'hour'
          and d.bucket = coalesce(found.bucket, known.bucket))`
  );
}
