import { QueryProblem, type Ask } from './Ask';
import type { DueRule, Evaluation } from './AlertEvaluations';
import { findVerdicts } from './findVerdicts';
import { readCondition } from '../rules/readCondition';
import { RuleProblem } from '../rules/RuleProblem';

/** Evaluates a rule at `at`. What fails for a reason that can be shown becomes a finding; anything else is thrown. */
export async function evaluateRule(rule: DueRule, ask: Ask, at: number, now: () => number): Promise<Evaluation> {
  try {
    const finding = await findVerdicts(readCondition(rule.condition_type, rule.condition_config), at, ask);
    return { finding, at, durationMs: now() - at };
  } catch (error) {
    if (error instanceof RuleProblem || error instanceof QueryProblem) {
      return { finding: { failed: error.message }, at, durationMs: now() - at };
    }
    throw error;
  }
}
