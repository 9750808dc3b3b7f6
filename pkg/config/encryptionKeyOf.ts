import type { Config } from './Config';
import { generatedSecret } from './generatedSecret';

/** The key that wraps all others: the one that was set, else that of the data directory, made on first use. */
export function encryptionKeyOf(config: Pick<Config, 'encryptionKey' | 'dataDir'>): Buffer {
  return config.encryptionKey ?? Buffer.from(generatedSecret(config.dataDir, 'encryption-key'), 'hex');
}
