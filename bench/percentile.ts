/** Nearest-rank percentile of values in ascending order; undefined without any. @param share from 0 to 1 */
export function percentile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
