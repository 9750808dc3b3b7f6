import { Client } from 'pg';
import { deriveRolePasswords } from './deriveRolePasswords';
import { roleNames } from './roleNames';
import type { RoleNames, RolePasswords } from './RoleKind';

export interface RoleLogins {
  roles: RoleNames;
  passwords: RolePasswords;
}

/**
 * Names and passwords of the roles of the database at `url`, the same in every process that is given the same URL.
 * @param encryptionKey from which they are made where the URL holds no password (peer authentication, `.pgpass`)
 */
export function roleLogins(url: string, encryptionKey: Buffer): RoleLogins {
  const { database, password } = new Client({ connectionString: url });
  const roles = roleNames(database ?? '');
  const secret = typeof password === 'string' && password !== '' ? password : encryptionKey;
  return { roles, passwords: deriveRolePasswords(secret, roles) };
}
