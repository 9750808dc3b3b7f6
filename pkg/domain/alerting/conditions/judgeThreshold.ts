import type { ThresholdCondition } from '../../../../src/contract/alerting/conditions';
import { holdAgainst } from './holdAgainst';
import { isEnough, withoutData, type Reading, type Verdict } from './Reading';

/** Holds the value of a window against the limit. Fewer rows than `min_samples` are no data. */
export function judgeThreshold(condition: ThresholdCondition, reading: Reading | undefined): Verdict {
  return isEnough(reading, condition.min_samples) ? holdAgainst(reading.value, condition) : withoutData;
}
