import { day, hour, minute, second } from '../../lib/duration';
import type { TimeRange } from './QueryRunner';

/** Widths that people can read off an axis; beyond the last they double. */
const niceWidths: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 28].map((count) => count * day),
];

/**
 * Width of a time bucket in milliseconds: the smallest nice one that is not below `intervalMs` and cuts the range into
 * at most `maxDataPoints` buckets, counting the partial ones at both ends. Buckets are aligned to the epoch, so that a
 * refresh shows the same ones again.
 */
export function chooseBucket(range: TimeRange, intervalMs: number, maxDataPoints: number): number {
  const fits = (width: number) => width >= intervalMs && countBuckets(range, width) <= maxDataPoints;
  const nice = niceWidths.find(fits);
  if (nice !== undefined) {
    return nice;
  }
  let width = 28 * day;
  // Ends: one bucket reaches from the epoch over the whole range once it is wide enough.
  while (!fits(width)) {
    width *= 2;
  }
  return width;
}

/** Start of the bucket that holds `time`. */
export function bucketStart(time: number, width: number): number {
  return Math.floor(time / width) * width;
}

/** How many aligned buckets a range touches. */
export function countBuckets({ from, to }: TimeRange, width: number): number {
  return Math.floor((to - 1) / width) - Math.floor(from / width) + 1;
}
