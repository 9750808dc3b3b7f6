import type { ComparedTrendCondition } from '../../../../src/contract/alerting/conditions';
import { holdAgainst } from './holdAgainst';
import { isEnough, withoutData, type Reading, type Verdict } from './Reading';

/**
 * Holds the change between two windows against the limit: the difference, or `(now − then) / then × 100` for percent.
 * Both windows need `min_samples`, and from nothing there is no percentage.
 */
export function judgeComparedTrend(
  condition: ComparedTrendCondition,
  now: Reading | undefined,
  then: Reading | undefined
): Verdict {
  if (!isEnough(now, condition.min_samples) || !isEnough(then, condition.min_samples)) {
    return withoutData;
  }
  const difference = now.value - then.value;
  if (condition.change === 'absolute') {
    return holdAgainst(difference, condition);
  }
  return then.value === 0 ? withoutData : holdAgainst((difference / then.value) * 100, condition);
}
