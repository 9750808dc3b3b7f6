import { createHmac } from 'node:crypto';

/** Names this installation to others, the same in every process of it. It tells nothing of the key that it is made of. */
export function installationId(masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update('seamark installation').digest('hex').slice(0, 32);
}
