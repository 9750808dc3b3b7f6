import { bucketStart, countBuckets } from './chooseBucket';
import type { TimeRange } from './QueryRunner';
import type { Cell } from './QueryStore';

/** Fewer than this are never a spike, however quiet it was before. */
const leastCount = 5;

/** Distance from the median, in normal deviations, that counts as unusual. */
const unusual = 5;

/** Makes the median absolute deviation comparable with a standard deviation of normal data. */
const perDeviation = 1.4826;

export interface Spike extends TimeRange {
  count: number;
  /** Median count of a window. */
  usual: number;
}

/**
 * Windows with unusually many rows: above the median by five robust deviations (median absolute deviation × 1.4826; at
 * least the square root of the median, the deviation of random arrivals). Neighbours are joined. Robust, because a spike
 * must not hide itself by raising a mean.
 */
export function findSpikes(
  range: TimeRange,
  bucketMs: number,
  cells: readonly Pick<Cell, 'bucket' | 'value'>[]
): Spike[] {
  const known = new Map(cells.map((cell) => [cell.bucket, cell.value ?? 0]));
  const first = bucketStart(range.from, bucketMs);
  const counts = Array.from({ length: countBuckets(range, bucketMs) }, (_, i) => known.get(first + i * bucketMs) ?? 0);
  const usual = median(counts);
  const deviation = Math.max(
    perDeviation * median(counts.map((count) => Math.abs(count - usual))),
    Math.sqrt(usual),
    1
  );
  const spikes: Spike[] = [];
  counts.forEach((count, index) => {
    if (count < leastCount || count <= usual + unusual * deviation) {
      return;
    }
    const from = Math.max(first + index * bucketMs, range.from);
    const to = Math.min(first + (index + 1) * bucketMs, range.to);
    const before = spikes.at(-1);
    if (before !== undefined && before.to === from) {
      before.to = to;
      before.count += count;
    } else {
      spikes.push({ from, to, count, usual });
    }
  });
  return spikes;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
