import { breathe } from '../../../lib/breathe';
import { evaluateRule } from '../evaluation/evaluateRule';
import { judgeRule } from '../evaluation/judgeRule';
import { emptyMemory } from '../evaluation/RuleMemory';
import { ruleSettingsOf, type RuleToJudge } from '../evaluation/ruleSettingsOf';
import type { Evidence } from '../evidence/Evidence';
import { BacktestRecord } from './BacktestRecord';
import type { Steps } from './stepsOf';

/** Evaluations between two moments at which others have their turn. */
const breath = 50;

/**
 * Evaluates a rule again and again on a virtual clock, with the code that evaluates stored rules, beginning with nothing
 * open. `evidenceAt` answers as the data was at an instant. Throws where `signal` is aborted.
 */
export async function backtest(
  rule: RuleToJudge,
  steps: Steps,
  evidenceAt: (at: number) => Evidence,
  signal?: AbortSignal
): Promise<BacktestRecord> {
  const settings = ruleSettingsOf(rule);
  const record = new BacktestRecord(rule, steps);
  let memory = emptyMemory;
  for (let index = 0; index < steps.count; index += 1) {
    if (index % breath === 0) {
      await breathe();
      signal?.throwIfAborted();
    }
    const at = steps.first + index * steps.stepMs;
    const { finding } = await evaluateRule(rule, evidenceAt(at), at, () => at);
    const judged = judgeRule(memory, finding, settings, at);
    memory = judged.memory;
    record.take(index, finding, judged.outcomes);
  }
  return record;
}
