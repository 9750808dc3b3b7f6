/** How the rows of a group become one number. `rate` is per second; shares and uptime are percent. */
export const calculations = [
  'count',
  'rate',
  'sum',
  'avg',
  'min',
  'max',
  'p50',
  'p75',
  'p90',
  'p95',
  'p99',
  'uniques_users',
  'uniques_sessions',
  'share_good',
  'share_needs_improvement',
  'share_poor',
  'uptime',
] as const;
export type Calculation = (typeof calculations)[number];

/** Percentile of a calculation named `pNN` as a fraction of 1, or undefined. */
export function percentileOf(calculation: Calculation): number | undefined {
  const match = /^p(\d\d)$/.exec(calculation);
  return match ? Number(match[1]) / 100 : undefined;
}
