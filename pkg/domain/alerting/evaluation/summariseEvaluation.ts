import type { RuleEvaluation } from '../../../../src/contract/resources/alertRules';
import type { Evaluation } from './AlertEvaluations';

/** An evaluation as a person sees it beside its rule. */
export function summariseEvaluation({ finding, at, durationMs }: Evaluation): RuleEvaluation {
  const when = { at: new Date(at).toISOString(), duration_ms: Math.round(durationMs) };
  if ('failed' in finding) {
    return { ...when, label_sets: 0, firing: 0, error: finding.failed };
  }
  const verdicts = [...finding.found.values()];
  const firing = verdicts.filter(({ verdict }) => verdict.observation.outcome === 'firing').length;
  return { ...when, label_sets: verdicts.length, firing, error: null };
}
