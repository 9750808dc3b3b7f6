import type { HealthStatus } from '../../../../src/contract/health/words';
import type { CheckMemory, ProbeOutcome, StatusRules } from './CheckMemory';

/** How many results the error rate is of. */
const rateOf = 10;

export interface JudgedResult {
  memory: CheckMemory;
  status: HealthStatus;
  /** Share of failures among the latest ten results, from 0 to 1. */
  errorRate: number;
}

/**
 * What a result makes of a service. Down takes some failures in a row, and leaving it some successes in a row. A failure
 * that is not confirmed yet leaves the status as it was, except that a service nobody knows is degraded by it and one
 * whose error rate is too high is, too.
 */
export function judgeResult(before: CheckMemory, result: ProbeOutcome, rules: StatusRules): JudgedResult {
  const failed = result.outcome === 'failed';
  const recent = [...before.recent, failed].slice(-rateOf);
  const errorRate = recent.filter(Boolean).length / recent.length;
  const counted = {
    failuresInARow: failed ? before.failuresInARow + 1 : 0,
    successesInARow: failed ? 0 : before.successesInARow + 1,
  };
  const isSlow =
    rules.degradedMs !== null && result.responseTimeMs !== null && result.responseTimeMs > rules.degradedMs;
  const isFaulty = rules.degradedErrorRate !== null && errorRate > rules.degradedErrorRate;
  const clean = !failed && result.outcome !== 'warned' && !isSlow && !isFaulty;
  const status = statusOf(before.status, { ...counted, failed, clean, isFaulty }, rules);
  return {
    status,
    errorRate,
    memory: {
      ...counted,
      recent,
      status,
      statusSince: status === before.status ? before.statusSince : result.at,
      troubleSince: clean && status === 'healthy' ? null : (before.troubleSince ?? result.at),
    },
  };
}

interface Counted {
  failuresInARow: number;
  successesInARow: number;
  failed: boolean;
  clean: boolean;
  isFaulty: boolean;
}

function statusOf(before: HealthStatus | null, now: Counted, rules: StatusRules): HealthStatus {
  if (now.failuresInARow >= rules.failuresToDown) {
    return 'down';
  }
  if (before === 'down' && now.successesInARow < rules.successesToRecover) {
    return 'down';
  }
  if (now.failed) {
    return before === 'healthy' && !now.isFaulty ? 'healthy' : 'degraded';
  }
  return now.clean ? 'healthy' : 'degraded';
}
