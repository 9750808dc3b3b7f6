import type { PoolClient } from 'pg';
import type { Grain } from '../../domain/summaries/cutRange';
import { countedThings } from '../../domain/summaries/summaryKinds';
import { addUp, addUpUniques } from './addUp';
import { deleteBuckets } from './deleteBuckets';
import { run } from './inBucket';
import { type BucketRange, recompute } from './recompute';
import { recomputeUniques } from './recomputeUniques';
import { kindsWithUniques } from './SummaryTable';

/** Replaces the summaries of these buckets by what raw rows say. */
export async function writeFromRows(client: PoolClient, buckets: BucketRange): Promise<void> {
  await deleteBuckets(client, buckets);
  await run(client, recompute(buckets));
  if (kindsWithUniques.includes(buckets.kind)) {
    for (const counted of countedThings) {
      await run(client, recomputeUniques(buckets, counted));
    }
  }
}

/** Replaces the summary of one bucket by the sum of finer ones. */
export async function writeFromFiner(client: PoolClient, bucket: BucketRange, finer: Grain): Promise<void> {
  await deleteBuckets(client, bucket);
  await run(client, addUp(bucket, finer));
  if (kindsWithUniques.includes(bucket.kind)) {
    await run(client, addUpUniques(bucket, finer));
  }
}
