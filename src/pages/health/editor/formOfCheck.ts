import type { ConditionQuery } from '../../../contract/alerting/conditions';
import { kindOf } from '../../../contract/health/kinds/kinds';
import type { SettingField } from '../../../contract/health/kinds/SettingField';
import type { HealthCheck } from '../../../contract/resources/healthChecks';
import { newCheckForm, noSecrets, type CheckForm } from './CheckForm';
import { pairsOf } from './PairRows';

/** Settings that have parts of the form for themselves. */
const apart: ReadonlyArray<SettingField['type']> = ['headers', 'auth', 'query'];

/** A stored check as a form. */
export function formOfCheck(check: HealthCheck): CheckForm {
  const { settings, degraded_error_rate: rate } = check;
  const shown = Object.entries(kindOf(check.kind).fields)
    .filter(([, { type }]) => !apart.includes(type))
    .map(([name]) => [name, textOf(settings[name])] as const);
  return {
    kind: check.kind,
    service_name: check.service_name,
    description: check.description,
    group_name: check.group_name ?? '',
    labels: pairsOf(check.labels),
    enabled: check.enabled,
    settings: Object.fromEntries(shown),
    headers: pairsOf(settings.headers),
    query: (settings.query as ConditionQuery | undefined) ?? newCheckForm.query,
    ...authOf(settings.auth),
    secrets: check.secret_names.length > 0 ? undefined : noSecrets,
    assertions: check.assertions.map(({ source, target, operator, value, level }) => ({
      source,
      target: target ?? '',
      operator,
      value: textOf(value),
      isWarning: level === 'warning',
    })),
    interval_seconds: String(check.interval_seconds),
    timeout_ms: String(check.timeout_ms),
    retries: String(check.retries),
    retry_interval_seconds: String(check.retry_interval_seconds),
    failures_to_down: String(check.failures_to_down),
    successes_to_recover: String(check.successes_to_recover),
    degraded_ms: textOf(check.degraded_ms),
    // Not 7.000000000000001 for 0.07.
    degraded_percent: rate === null ? '' : String(Number((rate * 100).toPrecision(12))),
    uptime_target: textOf(check.uptime_target),
  };
}

function authOf(auth: unknown): Pick<CheckForm, 'auth' | 'username'> {
  const { kind, username } = (auth ?? {}) as { kind?: unknown; username?: unknown };
  return { auth: kind === 'basic' || kind === 'bearer' ? kind : '', username: textOf(username) };
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
