import type { Assertion } from '../../../contract/health/assertions';
import { kindOf, type CheckKind } from '../../../contract/health/kinds/kinds';
import type { RequestAuth, SettingField } from '../../../contract/health/kinds/SettingField';
import type { CheckSecrets } from '../../../contract/health/secrets';
import type { CreateHealthCheck } from '../../../contract/resources/healthChecks';
import type { AssertionRow, CheckForm, SecretForm } from './CheckForm';
import { recordOf } from './PairRows';

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
    assertions: form.assertions.map((row) => assertionOf(form.kind, row)),
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
  const settings = Object.entries(kindOf(form.kind).fields).map(
    ([name, field]) => [name, settingOf(form, field, form.settings[name]?.trim() ?? '')] as const
  );
  return Object.fromEntries(settings.filter(([, value]) => value !== undefined));
}

/** Undefined: the setting is left out. */
function settingOf(form: CheckForm, field: SettingField, text: string): unknown {
  switch (field.type) {
    case 'headers':
      return recordOf(form.headers);
    case 'query':
      return form.query;
    case 'auth':
      return authOf(form);
    case 'switch':
      return text === '' ? undefined : text === 'true';
    case 'number':
      return text === '' ? undefined : Number(text);
    case 'choice': {
      // The first is what holds where nothing is said.
      const usual = field.unset ?? field.choices[0];
      return field.isRequired ? text || usual : text === usual || text === '' ? undefined : text;
    }
    default:
      return text === '' ? undefined : text;
  }
}

function authOf({ auth, username }: CheckForm): RequestAuth | undefined {
  return auth === '' ? undefined : auth === 'basic' ? { kind: 'basic', username } : { kind: 'bearer' };
}

function secretsOf({ kind, auth }: CheckForm, { authorization, password, headers }: SecretForm): CheckSecrets {
  const { secrets: used = [] } = kindOf(kind);
  const secretHeaders = used.includes('headers') ? recordOf(headers) : undefined;
  return {
    ...(used.includes('authorization') && auth !== '' && authorization !== '' && { authorization }),
    ...(used.includes('password') && password !== '' && { password }),
    ...(secretHeaders && { headers: secretHeaders }),
  };
}

function assertionOf(kind: CheckKind, { source, target, operator, value, isWarning }: AssertionRow): Assertion {
  const needsNone = operator === 'exists' || operator === 'does not exist';
  const isNumber =
    kindOf(kind).sources[source]?.isNumber === true && value.trim() !== '' && Number.isFinite(Number(value));
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
