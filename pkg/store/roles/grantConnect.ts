import { escapeIdentifier, type ClientBase } from 'pg';
import { OperatorError } from '../../lib/OperatorError';
import type { RoleNames } from './RoleKind';

/** Lets the roles into a database whose CONNECT was taken from everybody, as many guides advise. */
export async function grantConnect(client: ClientBase, names: RoleNames): Promise<void> {
  const { rows } = await client.query<{ role: string; database: string }>(
    `select role, current_database() as database from unnest($1::text[]) as role
      where not has_database_privilege(role, current_database(), 'CONNECT')`,
    [Object.values(names)]
  );
  for (const { role, database } of rows) {
    const grant = `grant connect on database ${escapeIdentifier(database)} to ${escapeIdentifier(role)}`;
    await client.query(grant);
    // Who may not grant is answered with a warning only.
    const { rows: checked } = await client.query<{ granted: boolean }>(
      `select has_database_privilege($1, current_database(), 'CONNECT') as granted`,
      [role]
    );
    if (checked[0]?.granted !== true) {
      throw new OperatorError(`The role ${role} may not connect to the database. A superuser should run: ${grant};`);
    }
  }
}
