/**
 * How likely a trend at least as strong as that of `values` is where there is none: the two-sided p of the Mann–Kendall
 * test in its normal approximation, corrected for continuity and for ties (Mann 1945; Kendall 1975). Good from eight
 * values on. 1 where all are equal.
 */
export function mannKendall(values: readonly number[]): number {
  const n = values.length;
  let score = 0;
  for (let later = 1; later < n; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      score += Math.sign((values[later] ?? 0) - (values[earlier] ?? 0));
    }
  }
  const ties = new Map<number, number>();
  for (const value of values) {
    ties.set(value, (ties.get(value) ?? 0) + 1);
  }
  const weight = (count: number): number => count * (count - 1) * (2 * count + 5);
  const variance = (weight(n) - [...ties.values()].reduce((sum, count) => sum + weight(count), 0)) / 18;
  if (variance <= 0 || score === 0) {
    return 1;
  }
  return tail((Math.abs(score) - 1) / Math.sqrt(variance));
}

/** Both tails of the standard normal distribution beyond ±z ≥ 0 (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
function tail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}
