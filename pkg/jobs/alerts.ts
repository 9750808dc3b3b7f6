import type { AlertEvaluations, DueRule } from '../domain/alerting/evaluation/AlertEvaluations';
import { QueryProblem, type Ask } from '../domain/alerting/evaluation/Ask';
import { evaluateRule } from '../domain/alerting/evaluation/evaluateRule';
import { readTable } from '../domain/alerting/evaluation/readTable';
import { QueryError, type QueryRunner } from '../domain/query/QueryRunner';
import type { Clock } from '../lib/Clock';
import { second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import type { RepeatedJob } from './repeat';

/** Rules that a process takes on at a time: few, so that others get their share and no lease runs out. */
const batch = 10;
/** Groups that one query answers at most. */
const mostGroups = 1000;
/** A query that takes longer is a failed evaluation. Well below the lease. */
const patienceMs = 10 * second;

export interface AlertParts {
  evaluations: AlertEvaluations;
  queries: QueryRunner;
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

async function evaluate({ evaluations, queries, clock, logger }: AlertParts, rule: DueRule): Promise<void> {
  try {
    const evaluation = await evaluateRule(rule, askFor(queries, rule), clock.now(), () => clock.now());
    if (!(await evaluations.keep(rule, evaluation))) {
      logger.info('an evaluation was left to another process, or its rule was changed meanwhile', { rule: rule.id });
    }
  } catch (error) {
    // The lease ends by itself, and the rule is evaluated again: one rule must not cost the others theirs.
    logger.error('a rule could not be evaluated', error, { rule: rule.id });
  }
}

/** Asks as an alert rule may: within its organisation, and for nothing that names a person. */
function askFor(queries: QueryRunner, rule: DueRule): Ask {
  return async (query, range) => {
    // Whether a message matches may be asked; what it says may not.
    const seesPersonal = rule.condition_type === 'pattern' && (query.groupBy ?? []).length === 0;
    const context = {
      who: { orgId: rule.orgId, seesPersonal },
      range,
      intervalMs: range.to - range.from,
      maxDataPoints: 1,
      signal: AbortSignal.timeout(patienceMs),
    };
    try {
      const frames = await queries.run({ refId: 'A', ...query, format: 'table', limit: mostGroups }, context);
      return readTable(frames[0]);
    } catch (error) {
      throw error instanceof QueryError ? new QueryProblem(error.message, { cause: error }) : error;
    }
  };
}
