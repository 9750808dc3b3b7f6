import { randomBytes } from 'node:crypto';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { OperatorError } from '../../lib/OperatorError';
import { isMissingPrivilege } from '../connections/sqlState';
import { roleKinds, type RoleKind, type RoleNames, type RolePasswords } from './RoleKind';
import { scramVerifier } from './scramVerifier';

/**
 * Creates the roles that are missing and sets the passwords of all. Roles that exist may be altered only by who created
 * them; where that is refused and they do not let us in either, an OperatorError says what to grant.
 * @param client connected as the owner, holding the migration lock: two at once would fail on the same catalogue row
 * @param letsIn whether a role can be logged in as with its password
 */
export async function ensureRoles(
  client: Client,
  names: RoleNames,
  passwords: RolePasswords,
  letsIn: (kind: RoleKind) => Promise<boolean>
): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    roleKinds.map((kind) => names[kind]),
  ]);
  const existing = new Set(rows.map((row) => row.rolname));
  for (const kind of roleKinds) {
    const role = escapeIdentifier(names[kind]);
    const verifier = escapeLiteral(scramVerifier(passwords[kind], randomBytes(16)));
    const verb: 'alter' | 'create' = existing.has(names[kind]) ? 'alter' : 'create';
    try {
      await client.query(`${verb} role ${role} login password ${verifier}`);
    } catch (cause) {
      if (!isMissingPrivilege(cause)) {
        throw cause;
      }
      // A right that was taken away after the first start is not needed for the next ones.
      if (verb === 'create' || !(await letsIn(kind))) {
        throw missingPrivilege(client, verb, role, cause);
      }
    }
  }
}

function missingPrivilege(client: Client, verb: 'alter' | 'create', role: string, cause: unknown): OperatorError {
  const owner = escapeIdentifier(client.user ?? 'seamark');
  const cure =
    verb === 'create'
      ? `ALTER ROLE ${owner} CREATEROLE;`
      : `ALTER ROLE ${owner} CREATEROLE; GRANT ${role} TO ${owner} WITH ADMIN OPTION;`;
  return new OperatorError(
    `The database user ${owner} may not ${verb} the role ${role}. A superuser should run: ${cure}`,
    {
      cause,
    }
  );
}
