import type { AggregatePlan } from '../QueryPlan';
import type { Cell } from '../QueryStore';

/**
 * The value of a cell as it is shown. A rate is the count divided by the seconds of the range that the cell covers, so
 * that the cut buckets at both ends are no dips.
 */
export function perSecond(plan: AggregatePlan, { bucket, value }: Pick<Cell, 'bucket' | 'value'>): number | null {
  if (plan.calculation !== 'rate' || value === null) {
    return value;
  }
  const { from, to } = plan.range;
  const start = Math.max(bucket ?? from, from);
  const end = Math.min(bucket === null || plan.bucketMs === undefined ? to : bucket + plan.bucketMs, to);
  return value / ((end - start) / 1000);
}
