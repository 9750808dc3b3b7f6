import type { Config } from './Config';
import { existingSecret } from './generatedSecret';

export interface FoundEncryptionKey {
  readonly key: Buffer;
  /** `data directory`: generated there, beside what it protects. */
  readonly source: 'setting' | 'data directory';
}

/** The encryption key where there is one already; unlike the server, it makes none. */
export function findEncryptionKey(config: Pick<Config, 'encryptionKey' | 'dataDir'>): FoundEncryptionKey | undefined {
  if (config.encryptionKey) {
    return { key: config.encryptionKey, source: 'setting' };
  }
  const secret = existingSecret(config.dataDir, 'encryption-key');
  return secret === undefined ? undefined : { key: Buffer.from(secret, 'hex'), source: 'data directory' };
}
