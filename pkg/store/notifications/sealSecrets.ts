import { open, seal } from '../secrets/seal';

const purposeOf = (channelId: string): string => `channel ${channelId} secrets`;

/** Seals the secrets of a channel under the key of its organisation; null where it has none. */
export function sealSecrets(key: Buffer, channelId: string, secrets: Readonly<Record<string, unknown>>): Buffer | null {
  return Object.keys(secrets).length === 0
    ? null
    : seal(key, Buffer.from(JSON.stringify(secrets)), purposeOf(channelId));
}

/** Undoes `sealSecrets`. Throws CannotOpen. */
export function openSecrets(key: Buffer, channelId: string, sealed: Buffer | null): Record<string, unknown> {
  return sealed === null ? {} : JSON.parse(open(key, sealed, purposeOf(channelId)).toString('utf8'));
}
