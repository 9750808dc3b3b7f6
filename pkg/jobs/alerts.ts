import type { AlertEvaluations, DueRule } from '../domain/alerting/evaluation/AlertEvaluations';
import { evaluateRule } from '../domain/alerting/evaluation/evaluateRule';
import type { Evidence, EvidenceSource } from '../domain/alerting/evidence/Evidence';
import { shareAnswers } from '../domain/alerting/evidence/shareAnswers';
import type { Bell } from '../lib/Bell';
import type { Clock } from '../lib/Clock';
import { day, hour, minute, second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import type { RepeatedJob } from './repeat';

/** Rules that a process takes on at a time: few, so that others get their share and no lease runs out. */
const batch = 20;
/** How long what an evaluation came to can be looked up. */
const kept = day;

export interface AlertParts {
  evaluations: AlertEvaluations;
  evidence: EvidenceSource;
  clock: Clock;
  logger: Logger;
  /** Rung by who has made rules due before their time. */
  bell?: Bell;
  /** Rung when lives were kept: there may be something to send. */
  deliveries?: Bell;
}

/** Evaluates the rules that are due, until none is. Any number of processes may do it at once. */
export function alertJob(parts: AlertParts): RepeatedJob {
  const { bell } = parts;
  return { name: 'alerts', everyMs: second / 2, retryMs: second, ...(bell && { bell }), act: () => evaluateDue(parts) };
}

/** Forgets what evaluations came to after a day. */
export function oldEvaluationsJob({ evaluations }: Pick<AlertParts, 'evaluations'>): RepeatedJob {
  return {
    name: 'old evaluations',
    everyMs: hour,
    retryMs: 5 * minute,
    act: (now) => evaluations.forget(now - kept),
  };
}

/** Answers 0: that rules were evaluated is no news, and each says how it went. */
async function evaluateDue(parts: AlertParts): Promise<number> {
  for (;;) {
    const now = parts.clock.now();
    const due = await parts.evaluations.claim(now, batch);
    const shared = new Map([...new Set(due.map(({ orgId }) => orgId))].map((orgId) => [orgId, sharedOf(parts, orgId)]));
    // All of them look at the same instant, so that those who ask the same get the same answer.
    await Promise.all(
      due.map((rule) => evaluate(parts, rule, shared.get(rule.orgId) ?? sharedOf(parts, rule.orgId), now))
    );
    if (due.length < batch) {
      return 0;
    }
  }
}

function sharedOf({ evidence }: AlertParts, orgId: number): Evidence {
  return shareAnswers(evidence.of(orgId));
}

async function evaluate(
  { evaluations, clock, logger, deliveries }: AlertParts,
  rule: DueRule,
  evidence: Evidence,
  at: number
): Promise<void> {
  try {
    const evaluation = await evaluateRule(rule, evidence, at, () => clock.now());
    if (await evaluations.keep(rule, evaluation)) {
      deliveries?.ring();
    } else {
      logger.info('an evaluation was left to another process, or its rule was changed meanwhile', { rule: rule.id });
    }
  } catch (error) {
    // The lease ends by itself, and the rule is evaluated again: one rule must not cost the others theirs.
    logger.error('a rule could not be evaluated', error, { rule: rule.id });
  }
}
