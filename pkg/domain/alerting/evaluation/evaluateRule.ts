import type { Evidence } from '../evidence/Evidence';
import { QueryProblem } from './Ask';
import type { Evaluation } from './AlertEvaluations';
import { findVerdicts } from './findVerdicts';
import { readCondition } from '../rules/readCondition';
import { RuleProblem } from '../rules/RuleProblem';
import type { RuleToJudge } from './ruleSettingsOf';

/** Evaluates a rule at `at`. What fails for a reason that can be shown becomes a finding; anything else is thrown. */
export async function evaluateRule(
  rule: Pick<RuleToJudge, 'condition_type' | 'condition_config'>,
  evidence: Evidence,
  at: number,
  now: () => number
): Promise<Evaluation> {
  try {
    const finding = await findVerdicts(readCondition(rule.condition_type, rule.condition_config), at, evidence);
    return { finding, at, durationMs: now() - at };
  } catch (error) {
    if (error instanceof RuleProblem || error instanceof QueryProblem) {
      return { finding: { failed: error.message }, at, durationMs: now() - at };
    }
    throw error;
  }
}
