import type { HealthCheck } from '../../../../src/contract/resources/healthChecks';
import type { StatusRules } from './CheckMemory';

/** How results of a check are read. */
export function statusRulesOf(
  check: Pick<HealthCheck, 'failures_to_down' | 'successes_to_recover' | 'degraded_ms' | 'degraded_error_rate'>
): StatusRules {
  return {
    failuresToDown: check.failures_to_down,
    successesToRecover: check.successes_to_recover,
    degradedMs: check.degraded_ms,
    degradedErrorRate: check.degraded_error_rate,
  };
}
