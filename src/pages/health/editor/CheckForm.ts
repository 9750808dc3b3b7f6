import type { Assertion } from '../../../contract/health/assertions';
import type { CheckKind } from '../../../contract/health/words';
import type { CreateHealthCheck, HealthCheck } from '../../../contract/resources/healthChecks';
import { settingFields } from './settingFields';

/** One assertion as it is typed. */
export interface AssertionRow {
  source: string;
  target: string;
  operator: Assertion['operator'];
  value: string;
  isWarning: boolean;
}

/** A check as it is typed: everything is text until it is sent. */
export interface CheckForm {
  kind: CheckKind;
  service_name: string;
  description: string;
  group_name: string;
  enabled: boolean;
  /** By name of the setting; booleans are `true` or empty. */
  settings: Record<string, string>;
  /** How an HTTP check says who it is; empty: it does not. */
  auth: '' | 'bearer' | 'basic';
  username: string;
  /** Empty: the stored one stays. */
  secret: string;
  assertions: AssertionRow[];
  interval_seconds: string;
  timeout_ms: string;
  retries: string;
  failures_to_down: string;
  successes_to_recover: string;
  degraded_ms: string;
  uptime_target: string;
}

export const newCheckForm: CheckForm = {
  kind: 'http',
  service_name: '',
  description: '',
  group_name: '',
  enabled: true,
  settings: {},
  auth: '',
  username: '',
  secret: '',
  assertions: [],
  interval_seconds: '60',
  timeout_ms: '10000',
  retries: '0',
  failures_to_down: '3',
  successes_to_recover: '2',
  degraded_ms: '',
  uptime_target: '',
};

/** A stored check as a form. Settings that the form has no field for are kept aside by `unshownSettings`. */
export function formOfCheck(check: HealthCheck): CheckForm {
  const shown = settingFields[check.kind].map(({ name }) => [name, textOf(check.settings[name])] as const);
  return {
    kind: check.kind,
    service_name: check.service_name,
    description: check.description,
    group_name: check.group_name ?? '',
    enabled: check.enabled,
    settings: Object.fromEntries(shown),
    ...authOf(check.settings.auth),
    secret: '',
    assertions: check.assertions.map(({ source, target, operator, value, level }) => ({
      source,
      target: target ?? '',
      operator,
      value: value === undefined ? '' : String(value),
      isWarning: level === 'warning',
    })),
    interval_seconds: String(check.interval_seconds),
    timeout_ms: String(check.timeout_ms),
    retries: String(check.retries),
    failures_to_down: String(check.failures_to_down),
    successes_to_recover: String(check.successes_to_recover),
    degraded_ms: textOf(check.degraded_ms),
    uptime_target: textOf(check.uptime_target),
  };
}

/** What is sent. @param unshown settings of the stored check that the form has no field for */
export function checkOfForm(form: CheckForm, unshown: Record<string, unknown> = {}): CreateHealthCheck {
  const settings: Record<string, unknown> = { ...unshown };
  if (form.kind === 'http' && form.auth !== '') {
    settings.auth = form.auth === 'basic' ? { kind: 'basic', username: form.username } : { kind: 'bearer' };
  }
  for (const { name, type } of settingFields[form.kind]) {
    const text = form.settings[name]?.trim() ?? '';
    if (type === 'switch') {
      settings[name] = text === 'true';
    } else if (text !== '') {
      settings[name] = type === 'number' ? Number(text) : text;
    }
  }
  return {
    kind: form.kind,
    service_name: form.service_name.trim(),
    description: form.description,
    group_name: form.group_name.trim() === '' ? null : form.group_name.trim(),
    enabled: form.enabled,
    settings,
    assertions: form.assertions.map(assertionOf),
    interval_seconds: Number(form.interval_seconds),
    timeout_ms: Number(form.timeout_ms),
    retries: Number(form.retries),
    failures_to_down: Number(form.failures_to_down),
    successes_to_recover: Number(form.successes_to_recover),
    degraded_ms: numberOrNull(form.degraded_ms),
    uptime_target: numberOrNull(form.uptime_target),
    ...(form.secret !== '' && {
      secrets: form.kind === 'postgres' ? { password: form.secret } : { authorization: form.secret },
    }),
  };
}

/** Settings that a form of this kind does not show, so that saving does not lose them. */
export function unshownSettings({ kind, settings }: HealthCheck): Record<string, unknown> {
  const shown = new Set([...settingFields[kind].map(({ name }) => name), 'auth']);
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !shown.has(name)));
}

function assertionOf({ source, target, operator, value, isWarning }: AssertionRow): Assertion {
  const needsNone = operator === 'exists' || operator === 'does not exist';
  return {
    source,
    operator,
    ...(target.trim() !== '' && { target: target.trim() }),
    ...(!needsNone && { value }),
    ...(isWarning && { level: 'warning' as const }),
  };
}

function authOf(auth: unknown): Pick<CheckForm, 'auth' | 'username'> {
  const { kind, username } = (auth ?? {}) as { kind?: unknown; username?: unknown };
  return { auth: kind === 'basic' || kind === 'bearer' ? kind : '', username: textOf(username) };
}

function numberOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
