import { createHash, createHmac } from 'node:crypto';

/**
 * The word in the address that a service reports to: made of the organisation's key, so that it can be shown again and is
 * kept nowhere. 32 bytes, so that its plain SHA-256 is as good as a slow hash.
 */
export function heartbeatTokenOf(organisationKey: Buffer, checkId: string): string {
  return createHmac('sha256', organisationKey).update(`heartbeat ${checkId}`).digest('base64url');
}

export function hashOfHeartbeatToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
