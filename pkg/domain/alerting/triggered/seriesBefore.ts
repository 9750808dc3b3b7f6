import type { TriggeredData } from '../../../../src/contract/alerting/TriggeredData';
import { minute } from '../../../lib/duration';
import { findVerdicts } from '../evaluation/findVerdicts';
import { intervalOf, type RuleToJudge } from '../evaluation/ruleSettingsOf';
import { labelsKey, type Labels } from '../labels/labelsKey';
import type { EvidenceHistory } from '../preview/EvidenceHistory';
import { PastEvidence } from '../preview/PastEvidence';
import { PastRows } from '../preview/PastRows';
import { pastWindowsOf } from '../preview/pastWindowsOf';
import type { Steps } from '../preview/stepsOf';
import { readCondition } from '../rules/readCondition';
import { windowMinutes } from './describeTrigger';

/** Points that a chart of an instance has before it. */
const points = 49;
/** Points that share a window: neighbours overlap, so that the line is no staircase. */
const pointsOfAWindow = 4;

/**
 * The values that a rule would have found for some label sets before an evaluation at `at` (epoch milliseconds), and at
 * it: twelve windows back. Null for a label set whose condition has no number. Throws what the history throws.
 */
export async function seriesBefore(
  rule: Pick<RuleToJudge, 'condition_type' | 'condition_config'>,
  labelSets: readonly Labels[],
  at: number,
  history: EvidenceHistory
): Promise<Array<TriggeredData['series']>> {
  const condition = readCondition(rule.condition_type, rule.condition_config);
  const steps = stepsBefore(at, intervalOf(rule), (windowMinutes(condition) ?? 0) * minute);
  const windows = await pastWindowsOf(condition, steps);
  const evidence = new PastEvidence({ history, rows: new PastRows(history, windows), steps, windows });
  const found: Array<ReadonlyMap<string, { verdict: { value: number | null } }>> = [];
  const times = Array.from({ length: steps.count }, (_, index) => steps.first + index * steps.stepMs);
  for (const time of times) {
    found.push((await findVerdicts(condition, time, evidence.at(time))).found);
  }
  return labelSets.map((labels) => {
    const key = labelsKey(labels);
    const values = found.map((verdicts) => verdicts.get(key)?.verdict.value ?? null);
    return values.every((value) => value === null)
      ? null
      : { times: times.map((time) => new Date(time).toISOString()), values };
  });
}

function stepsBefore(at: number, intervalMs: number, windowMs: number): Steps {
  const stepMs = intervalMs * Math.max(1, Math.round(windowMs / pointsOfAWindow / intervalMs));
  return { first: at - (points - 1) * stepMs, stepMs, count: points };
}
