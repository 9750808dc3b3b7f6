import { hkdfSync } from 'node:crypto';
import type { RoleKind, RoleNames, RolePasswords } from './RoleKind';

/**
 * Passwords of the roles, made from one secret by HKDF-SHA-256 (RFC 5869), so that every process that knows the secret
 * knows them and nothing has to be stored or handed around.
 * @param secret the password in the database URL; where it has none, the encryption key
 */
export function deriveRolePasswords(secret: string | Buffer, names: RoleNames): RolePasswords {
  const password = (kind: RoleKind): string =>
    Buffer.from(hkdfSync('sha256', secret, 'seamark role password', names[kind], 32)).toString('base64url');
  return { ingest: password('ingest'), app: password('app'), query: password('query'), jobs: password('jobs') };
}
