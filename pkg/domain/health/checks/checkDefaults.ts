import { kindOf } from '../../../../src/contract/health/kinds/kinds';
import type { CreateHealthCheck, HealthCheck } from '../../../../src/contract/resources/healthChecks';
import { second } from '../../../lib/duration';

/** All that a person decides about a check, secrets aside. */
export type CheckSettingsOf = Pick<
  HealthCheck,
  | 'service_name'
  | 'kind'
  | 'settings'
  | 'assertions'
  | 'description'
  | 'group_name'
  | 'labels'
  | 'enabled'
  | 'interval_seconds'
  | 'timeout_ms'
  | 'retries'
  | 'retry_interval_seconds'
  | 'failures_to_down'
  | 'successes_to_recover'
  | 'degraded_ms'
  | 'degraded_error_rate'
  | 'uptime_target'
>;

const longestUsualTimeout = 10 * second;

/** A check with what holds for one that does not say otherwise. */
export function withCheckDefaults(check: Omit<CreateHealthCheck, 'secrets'>): CheckSettingsOf {
  const { interval_seconds: interval = 60 } = check;
  // What is not probed waits by itself before it says that something is wrong: a grace, a window.
  const isPatient = kindOf(check.kind).way !== 'probed';
  return {
    assertions: [],
    description: '',
    group_name: null,
    labels: {},
    enabled: true,
    interval_seconds: interval,
    timeout_ms: Math.min(longestUsualTimeout, (interval * second) / 2),
    retries: 0,
    retry_interval_seconds: 5,
    failures_to_down: isPatient ? 1 : 3,
    successes_to_recover: isPatient ? 1 : 2,
    degraded_ms: null,
    degraded_error_rate: null,
    uptime_target: null,
    ...check,
  };
}
