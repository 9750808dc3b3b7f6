import { createHash, randomBytes } from 'node:crypto';

/** Lets secret scanners and people recognise one. */
const prefix = 'seamark_alerts_';

/** A new token: 32 random bytes, so that its plain SHA-256 is as good as a slow hash. */
export function newIntegrationToken(): { token: string; hint: string; secret_hash: string } {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, hint: token.slice(0, prefix.length + 4), secret_hash: hashOfIntegrationToken(token) };
}

export function hashOfIntegrationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
