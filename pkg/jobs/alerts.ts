import type { AlertEvaluations, DueRule } from '../domain/alerting/evaluation/AlertEvaluations';
import { evaluateRule } from '../domain/alerting/evaluation/evaluateRule';
import type { EvidenceSource } from '../domain/alerting/evidence/Evidence';
import type { Clock } from '../lib/Clock';
import { second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import type { RepeatedJob } from './repeat';

/** Rules that a process takes on at a time: few, so that others get their share and no lease runs out. */
const batch = 10;

export interface AlertParts {
  evaluations: AlertEvaluations;
  evidence: EvidenceSource;
  clock: Clock;
  logger: Logger;
}

/** Evaluates the rules that are due, until none is. Any number of processes may do it at once. */
export function alertJob(parts: AlertParts): RepeatedJob {
  return { name: 'alerts', everyMs: second, retryMs: second, act: () => evaluateDue(parts) };
}

/** Answers 0: that rules were evaluated is no news, and each says how it went. */
async function evaluateDue(parts: AlertParts): Promise<number> {
  for (;;) {
    const due = await parts.evaluations.claim(parts.clock.now(), batch);
    await Promise.all(due.map((rule) => evaluate(parts, rule)));
    if (due.length < batch) {
      return 0;
    }
  }
}

async function evaluate({ evaluations, evidence, clock, logger }: AlertParts, rule: DueRule): Promise<void> {
  try {
    const evaluation = await evaluateRule(rule, evidence.of(rule.orgId), clock.now(), () => clock.now());
    if (!(await evaluations.keep(rule, evaluation))) {
      logger.info('an evaluation was left to another process, or its rule was changed meanwhile', { rule: rule.id });
    }
  } catch (error) {
    // The lease ends by itself, and the rule is evaluated again: one rule must not cost the others theirs.
    logger.error('a rule could not be evaluated', error, { rule: rule.id });
  }
}
