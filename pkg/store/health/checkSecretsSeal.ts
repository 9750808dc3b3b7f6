import type { CheckSecrets } from '../../../src/contract/health/secrets';
import { open, seal } from '../secrets/seal';

const purposeOf = (checkId: string): string => `health check ${checkId} secrets`;

/** The columns in which the secrets of a check are kept, sealed under the key of its organisation. */
export function sealedSecrets(key: Buffer, checkId: string, secrets: CheckSecrets) {
  const names = Object.keys(secrets);
  return {
    stored_secrets: names,
    sealed_secrets: names.length === 0 ? null : seal(key, Buffer.from(JSON.stringify(secrets)), purposeOf(checkId)),
  };
}

/** Undoes `sealedSecrets`. Throws CannotOpen. */
export function openCheckSecrets(key: Buffer, checkId: string, sealed: Buffer | null): CheckSecrets {
  return sealed === null ? {} : (JSON.parse(open(key, sealed, purposeOf(checkId)).toString('utf8')) as CheckSecrets);
}
