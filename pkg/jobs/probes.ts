import type { DueCheck, DueChecks, Look } from '../domain/health/checks/DueChecks';
import { CheckProblem } from '../domain/health/checks/CheckProblem';
import type { CheckReport, CheckRunner } from '../domain/health/probing/CheckRunner';
import type { Clock } from '../lib/Clock';
import { second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import type { RepeatedJob } from './repeat';

/** Checks that are looked at by one process at a time. */
const mostAtOnce = 100;
/** Checks are taken on a little before they are due, so that each begins on its own beat and not on the job's. */
const aheadMs = second;
const everyMs = second / 2;
/** What a lease leaves beyond an attempt's own time. */
const leaseSlackMs = 15 * second;

export interface ProbeParts {
  checks: DueChecks;
  runner: CheckRunner;
  /** The name under which this process looks. */
  location: string;
  clock: Clock;
  logger: Logger;
  /** Ends what is under way; nothing is kept of it. */
  stopping: AbortSignal;
}

/** Looks at services when their checks are due. Any number of processes may do it at once. */
export function probeJob(parts: ProbeParts): RepeatedJob {
  const underWay = new Set<Promise<void>>();
  return {
    name: 'probes',
    everyMs,
    retryMs: second,
    // Answers 0 and does not wait: a slow service must not hold the others up.
    act: async (now) => {
      const due = await parts.checks.claim(now, now + aheadMs, mostAtOnce - underWay.size);
      for (const check of due) {
        const looking = lookAt(parts, check).finally(() => underWay.delete(looking));
        underWay.add(looking);
      }
      return 0;
    },
  };
}

async function lookAt(parts: ProbeParts, check: DueCheck): Promise<void> {
  const { checks, clock, logger, location, stopping } = parts;
  try {
    await clock.sleep(Math.max(0, check.dueAt - clock.now()), stopping);
    const looked = await lookUntilSure(parts, check);
    if (stopping.aborted) {
      await checks.release(check);
    } else if (looked !== undefined && !(await checks.keep(check, { ...looked, location, at: clock.now() }))) {
      logger.info('a result was left to another process, or its check was changed meanwhile', { check: check.id });
    }
  } catch (error) {
    // The lease ends by itself, and the check is looked at again: one check must not cost the others theirs.
    logger.error('a check could not be looked at', error, { check: check.id });
  }
}

/** With retries until one does not fail. Undefined where the check was taken away meanwhile. */
async function lookUntilSure(
  { checks, runner, clock, logger, stopping }: ProbeParts,
  check: DueCheck
): Promise<Pick<Look, 'report' | 'attempts'> | undefined> {
  for (let attempts = 1; ; attempts += 1) {
    const report = await runner.run(check, stopping).catch((error: unknown) => sayNothing(error, check, logger));
    if (report?.outcome !== 'failed' || attempts > check.retries || stopping.aborted) {
      return { report, attempts };
    }
    const waitMs = check.retry_interval_seconds * second;
    if (!(await checks.renew(check, clock.now() + waitMs + check.timeout_ms + leaseSlackMs))) {
      return undefined;
    }
    await clock.sleep(waitMs, stopping);
  }
}

/** A check that cannot be asked says nothing of its service. */
function sayNothing(error: unknown, { id }: DueCheck, logger: Logger): CheckReport | undefined {
  if (error instanceof CheckProblem) {
    logger.warn('a check cannot be asked', { check: id, reason: error.message });
    return undefined;
  }
  throw error;
}
