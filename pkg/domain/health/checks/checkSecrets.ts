import { kindOf } from '../../../../src/contract/health/kinds/kinds';
import type { CheckSecrets } from '../../../../src/contract/health/secrets';
import { CheckProblem } from './CheckProblem';
import type { KnownSettings } from './readCheckSettings';
import { targetOf } from './targetOf';

type SecretName = keyof CheckSecrets;

/** Throws CheckProblem where a check has a secret that its kind does not use, or lacks one that it needs. */
export function checkSecrets({ kind, settings }: KnownSettings, names: readonly SecretName[]): void {
  const { secrets: allowed = [], fields } = kindOf(kind);
  const idle = names.find((name) => !allowed.includes(name));
  if (idle !== undefined) {
    const instead = allowed.length === 0 ? 'it has no secrets' : `it uses ${allowed.join(', ')}`;
    throw new CheckProblem(`secrets.${idle}`, `is nothing that a ${kind} check uses; ${instead}`);
  }
  const given: Readonly<Record<string, unknown>> = settings;
  const auth = Object.keys(fields).find((name) => fields[name]?.type === 'auth');
  if (auth !== undefined && given[auth] !== undefined && !names.includes('authorization')) {
    throw new CheckProblem(
      'secrets.authorization',
      `is needed for "settings.${auth}": the password or the bearer token`
    );
  }
}

/**
 * Stored secrets are never taken to another address without being named again: whoever may change the address need not
 * know them. Throws CheckProblem where a change would.
 */
export function checkSecretsStay(before: KnownSettings, after: KnownSettings, stored: readonly string[]): void {
  if (stored.length > 0 && targetOf(before)?.place !== targetOf(after)?.place) {
    throw new CheckProblem(
      'secrets',
      'must be given again, or be {}: the stored ones are not sent to another address than before'
    );
  }
}
