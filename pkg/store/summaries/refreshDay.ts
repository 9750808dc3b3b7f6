import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { inBucket, lockBucket, run } from './inBucket';
import type { BucketRange } from './recompute';
import { thinMarks } from './refreshHour';
import { writeFromFiner } from './writeBuckets';

/**
 * Brings the summary of a day up to date, in one transaction of the caller's: the sum of its hours, once it is over. An
 * hour that is written meanwhile leaves a new mark. Answers whether there was something to do.
 */
export async function refreshDay(client: PoolClient, bucket: BucketRange, now: number): Promise<boolean> {
  if (!(await lockBucket(client, bucket))) {
    return false;
  }
  if (bucket.to > now) {
    return (await thinMarks(client, bucket)) > 0;
  }
  if ((await run(client, sql`delete from summary_dirty where grain = 'day' and ${inBucket(bucket)}`)) === 0) {
    // Another process was at it between our looking and our lock.
    return false;
  }
  await writeFromFiner(client, bucket, 'hour');
  return true;
}
