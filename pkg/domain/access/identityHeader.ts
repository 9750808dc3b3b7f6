import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Role, roles } from '../../../src/contract/RouteDeclaration';
import { minute } from '../../lib/duration';

/** Header in which a forwarding plugin names the Grafana user it speaks for. */
export const identityHeader = 'x-seamark-identity';

/** No signer needs longer than a request lasts; a longer life would only help who stole a header. */
export const longestLife = 10 * minute;

/** What the plugin vouches for. `exp` is in epoch milliseconds. */
export interface IdentityClaims {
  orgId: number;
  login: string;
  role: Role;
  seesPersonal: boolean;
  exp: number;
}

/** `<base64url claims>.<base64url HMAC-SHA256 of that text under the token>`. */
export function signIdentity(claims: IdentityClaims, token: string): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${signature(payload, token).toString('base64url')}`;
}

/**
 * The claims of a header signed under `token` and not expired at `now` (epoch milliseconds); undefined for anything
 * else, without saying which, since only an attacker would want to know.
 */
export function verifyIdentity(header: string, token: string, now: number): IdentityClaims | undefined {
  const [payload, signed, ...rest] = header.split('.');
  if (payload === undefined || signed === undefined || rest.length > 0) {
    return undefined;
  }
  const expected = signature(payload, token);
  const given = Buffer.from(signed, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return undefined;
  }
  const claims = readClaims(payload);
  return claims !== undefined && claims.exp > now && claims.exp <= now + longestLife ? claims : undefined;
}

function signature(payload: string, token: string): Buffer {
  return createHmac('sha256', token).update(payload).digest();
}

function readClaims(payload: string): IdentityClaims | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(payload, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { orgId, login, role, seesPersonal, exp } = value as Record<string, unknown>;
  const known = roles.find((candidate) => candidate === role);
  return Number.isSafeInteger(orgId) &&
    typeof orgId === 'number' &&
    orgId > 0 &&
    typeof login === 'string' &&
    known !== undefined &&
    typeof seesPersonal === 'boolean' &&
    typeof exp === 'number'
    ? { orgId, login, role: known, seesPersonal, exp }
    : undefined;
}
