import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { inBucket, lockBucket, run } from './inBucket';
import { markCoarser } from './markCoarser';
import type { BucketRange } from './recompute';
import { thinMarks } from './refreshHour';
import { writeFromFiner } from './writeBuckets';

/** Six hours, a day or a week of one app. */
export interface SumBucket extends BucketRange {
  grain: 'six_hours' | 'day' | 'week';
}

/**
 * Brings such a summary up to date, in one transaction of the caller's: the sum of its hours, or of its days, once it is
 * over. A part that is written meanwhile leaves a new mark. Answers whether there was something to do.
 */
export async function refreshSum(client: PoolClient, bucket: SumBucket, now: number): Promise<boolean> {
  if (!(await lockBucket(client, bucket))) {
    return false;
  }
  if (bucket.to > now) {
    return (await thinMarks(client, bucket)) > 0;
  }
  const { grain } = bucket;
  if ((await run(client, sql`delete from summary_dirty where grain = ${grain}::text and ${inBucket(bucket)}`)) === 0) {
    // Another process was at it between our looking and our lock.
    return false;
  }
  await writeFromFiner(client, bucket, grain === 'week' ? 'day' : 'hour');
  if (grain === 'day') {
    await markCoarser(client, bucket, 'week');
  }
  return true;
}
