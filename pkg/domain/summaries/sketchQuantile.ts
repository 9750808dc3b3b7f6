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
  const falling = [...negative].sort(([one], [other]) => other - one).map(([bin, n]) => ({ value: -binValue(bin), n }));
  const rising = [...positive].sort(([one], [other]) => one - other).map(([bin, n]) => ({ value: binValue(bin), n }));
  const steps = [...falling, { value: 0, n: zeros }, ...rising];
  const count = steps.reduce((sum, { n }) => sum + n, 0);
  // Without the small number 0.95 · 20 would be the twentieth.
  const rank = Math.max(1, Math.ceil(part * count - 1e-9));
  let passed = 0;
  for (const { value, n } of steps) {
    passed += n;
    if (n > 0 && passed >= rank) {
      return Math.min(Math.max(value, min), max);
    }
  }
  return null;
}
