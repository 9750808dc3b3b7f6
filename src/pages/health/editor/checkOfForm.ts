import type { Assertion } from '../../../contract/health/assertions';
import type { CheckSecrets } from '../../../contract/health/settings';
import type { CreateHealthCheck } from '../../../contract/resources/healthChecks';
import { assertionTexts } from '../assertionTexts';
import type { AssertionRow, CheckForm } from './CheckForm';
import { recordOf } from './PairRows';
import { hasHeaders, settingFields, type SettingField } from './settingFields';

/** Whatever a check can say, so that the compiler tells of a field that the form lacks. */
type WholeCheck = Required<Omit<CreateHealthCheck, 'secrets'>> & Pick<CreateHealthCheck, 'secrets'>;

/** What is sent for a form. A number that cannot be read is sent as none, and the server names the field. */
export function checkOfForm(form: CheckForm): WholeCheck {
  const rate = numberOrNull(form.degraded_percent);
  const secrets = form.secrets && secretsOf(form, form.secrets);
  return {
    kind: form.kind,
    service_name: form.service_name.trim(),
    description: form.description,
    group_name: form.group_name.trim() === '' ? null : form.group_name.trim(),
    labels: recordOf(form.labels) ?? {},
    enabled: form.enabled,
    settings: settingsOf(form),
    assertions: form.assertions.map(assertionOf),
    interval_seconds: Number(form.interval_seconds),
    timeout_ms: Number(form.timeout_ms),
    retries: Number(form.retries),
    retry_interval_seconds: Number(form.retry_interval_seconds),
    failures_to_down: Number(form.failures_to_down),
    successes_to_recover: Number(form.successes_to_recover),
    degraded_ms: numberOrNull(form.degraded_ms),
    degraded_error_rate: rate === null ? null : Number((rate / 100).toPrecision(12)),
    uptime_target: numberOrNull(form.uptime_target),
    ...(secrets && { secrets }),
  };
}

function settingsOf(form: CheckForm): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const field of settingFields[form.kind]) {
    const value = settingOf(field, form.settings[field.name]?.trim() ?? '');
    if (value !== undefined) {
      settings[field.name] = value;
    }
  }
  const headers = hasHeaders(form.kind) ? recordOf(form.headers) : undefined;
  return {
    ...settings,
    ...(headers && { headers }),
    ...(form.kind === 'derived' && { query: form.query }),
    ...(form.kind === 'http' &&
      form.auth !== '' && {
        auth: form.auth === 'basic' ? { kind: 'basic', username: form.username } : { kind: 'bearer' },
      }),
  };
}

function settingOf({ type, choices = [], isRequired }: SettingField, text: string): unknown {
  switch (type) {
    case 'switch':
      return text === '' ? undefined : text === 'true';
    case 'number':
      return text === '' ? undefined : Number(text);
    case 'choice':
      // The first is what holds where nothing is said.
      return isRequired ? text || choices[0] : text === choices[0] || text === '' ? undefined : text;
    default:
      return text === '' ? undefined : text;
  }
}

function secretsOf({ kind, auth }: CheckForm, { authorization, password, headers }: CheckForm['secrets'] & object) {
  const secretHeaders = hasHeaders(kind) ? recordOf(headers) : undefined;
  const secrets: CheckSecrets = {
    ...(kind === 'http' && auth !== '' && authorization !== '' && { authorization }),
    ...(kind === 'postgres' && password !== '' && { password }),
    ...(secretHeaders && { headers: secretHeaders }),
  };
  return secrets;
}

function assertionOf({ source, target, operator, value, isWarning }: AssertionRow): Assertion {
  const needsNone = operator === 'exists' || operator === 'does not exist';
  const isNumber = assertionTexts[source]?.isNumber === true && value.trim() !== '' && Number.isFinite(Number(value));
  return {
    source,
    operator,
    ...(target.trim() !== '' && { target: target.trim() }),
    ...(!needsNone && { value: isNumber ? Number(value) : value }),
    ...(isWarning && { level: 'warning' as const }),
  };
}

function numberOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
