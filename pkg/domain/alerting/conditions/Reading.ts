import type { Observation } from '../lifecycle/Life';

/** What a query says about one set of labels over one window. */
export interface Reading {
  /** Null where there was nothing to calculate from. */
  value: number | null;
  /** Rows that the value was made of. */
  samples: number;
}

/** What a condition makes of it. */
export interface Verdict {
  observation: Observation;
  /** The number that was held against the limit; null where there is none. */
  value: number | null;
}

/** There was not enough to judge by. */
export const withoutData: Verdict = { observation: { outcome: 'no data' }, value: null };

/** Whether there is a value of enough rows. A share or percentile of fewer than `minSamples` says nothing. */
export function isEnough(reading: Reading | undefined, minSamples = 0): reading is Reading & { value: number } {
  return reading !== undefined && reading.value !== null && reading.samples >= minSamples;
}
