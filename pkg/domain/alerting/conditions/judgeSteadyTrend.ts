import type { SteadyTrendCondition } from '../../../../src/contract/alerting/conditions';
import { mannKendall } from '../statistics/mannKendall';
import { median } from '../statistics/median';
import { theilSenSlope } from '../statistics/theilSenSlope';
import { isEnough, withoutData, type Reading, type Verdict } from './Reading';

/** From so many windows on chance is judged by a test; of fewer every step must go the same way. */
const testedFrom = 8;
const significance = 0.05;

/**
 * Whether the values of some windows, oldest first, go steadily in one direction. The value is the Theil–Sen slope a
 * window in percent of their median, positive where it goes the way that is looked for.
 */
export function judgeSteadyTrend(
  condition: SteadyTrendCondition,
  readings: ReadonlyArray<Reading | undefined>
): Verdict {
  const values = readings.flatMap((reading) => (isEnough(reading, condition.min_samples) ? [reading.value] : []));
  const middle = Math.abs(median(values));
  if (values.length < condition.windows || middle === 0) {
    return withoutData;
  }
  const sign = condition.direction === 'rise' ? 1 : -1;
  const change = (sign * theilSenSlope(values) * 100) / middle;
  const isSteady =
    values.length >= testedFrom
      ? mannKendall(values) < significance
      : values.every((value, index) => index === 0 || sign * (value - (values[index - 1] ?? value)) > 0);
  return change > condition.min_change_percent && isSteady
    ? { observation: { outcome: 'firing' }, value: change }
    : { observation: { outcome: 'normal', isRecovered: true }, value: change };
}
