import type { SketchBins } from './readSketch';
import { binValue } from './sketchBins';

/** What is kept of many numbers. */
export interface NumberSketch {
  positive: SketchBins;
  /** By the bin of their amount. */
  negative: SketchBins;
  zeros: number;
  min: number;
  max: number;
}

/**
 * Nearest rank: the smallest value that at least `part` of all do not exceed, within the sketch's relative error.
 * Null of nothing.
 * @param part of 1
 */
export function sketchQuantile({ positive, negative, zeros, min, max }: NumberSketch, part: number): number | null {
  const below = sum(negative.counts);
  const count = below + zeros + sum(positive.counts);
  if (count === 0) {
    return null;
  }
  // Without the small number 0.95 · 20 would be the twentieth.
  const rank = Math.max(1, Math.ceil(part * count - 1e-9));
  const value =
    rank <= below
      ? -binValue(binAt(negative, rank))
      : rank <= below + zeros
        ? 0
        : // The highest bins come first: as many are to be passed as lie above the rank.
          binValue(binAt(positive, count - rank + 1));
  return Math.min(Math.max(value, min), max);
}

/** The bin of the value at this place, counted from the one farthest from zero. */
function binAt({ bins, counts }: SketchBins, place: number): number {
  let passed = 0;
  const index = counts.findIndex((n) => (passed += n) >= place);
  return bins[index] ?? NaN;
}

function sum(counts: readonly number[]): number {
  let all = 0;
  for (const count of counts) {
    all += count;
  }
  return all;
}
