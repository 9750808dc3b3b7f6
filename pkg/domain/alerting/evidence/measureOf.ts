import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import { minute, second } from '../../../lib/duration';
import { readingOfNothing, readWindow } from '../evaluation/readWindow';
import type { Evidence } from './Evidence';

/** Data may be that late and still count. */
const delayMs = 10 * second;

/**
 * What the last minutes say: the highest value of all groups, null where there is none, and the rows it was made of.
 * Throws QueryProblem.
 */
export async function measureOf(
  evidence: Evidence,
  { query, window_minutes, min_samples }: { query: ConditionQuery; window_minutes: number; min_samples?: number },
  now: number
): Promise<{ value: number | null; samples: number }> {
  const to = now - delayMs;
  const window = { from: to - window_minutes * minute, to };
  const readings = await readWindow(evidence.values, query, window, min_samples);
  const found = [...readings.answers.keys()].flatMap((key) => readings.of(key) ?? []);
  const known = found.filter(({ value, samples }) => value !== null && samples >= (min_samples ?? 1));
  return known.reduce(
    (worst, reading) => ((reading.value ?? -Infinity) > (worst.value ?? -Infinity) ? reading : worst),
    known[0] ?? readingOfNothing(query)
  );
}
