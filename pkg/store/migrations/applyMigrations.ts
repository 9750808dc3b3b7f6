import { escapeIdentifier, type ClientBase } from 'pg';
import type { Logger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import { isMissingPrivilege } from '../connections/sqlState';
import type { RoleNames } from '../roles/RoleKind';
import type { Migration, QuotedRoles } from './Migration';
import { knownSchema, migrations } from './migrations';
import { requirePrivileges } from './requirePrivileges';
import { createSchemaTable, readSchema } from './schemaTable';

/**
 * Runs what is missing, each in one transaction with the note that it was run.
 * @param client connected as the owner, holding the migration lock
 */
export async function applyMigrations(
  client: ClientBase,
  names: RoleNames,
  logger: Logger,
  upTo = knownSchema
): Promise<{ from: number; to: number; applied: string[] }> {
  const from = await readSchema(client);
  if (from > knownSchema) {
    throw new OperatorError(
      `The database has schema ${from}, this program knows up to ${knownSchema}: it was used by a newer Seamark. ` +
        `Run that version, or restore a backup made before the upgrade.`
    );
  }
  const missing = migrations.filter(({ version }) => version > from && version <= upTo);
  if (missing.length === 0) {
    return { from, to: from, applied: [] };
  }
  await requirePrivileges(client);
  if (from === 0) {
    await createSchemaTable(client);
  }
  const roles = quoted(names);
  for (const migration of missing) {
    await apply(client, migration, roles);
    logger.info('schema migrated', { version: migration.version, name: migration.name });
  }
  return { from, to: upTo, applied: missing.map((migration) => migration.name) };
}

async function apply(client: ClientBase, migration: Migration, roles: QuotedRoles): Promise<void> {
  const title = `Migration ${migration.version} (${migration.name})`;
  await client.query('begin');
  try {
    for (const statement of migration.statements(roles)) {
      await client.query(statement);
    }
    await client.query('insert into schema_migrations (version, name) values ($1, $2)', [
      migration.version,
      migration.name,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    if (isMissingPrivilege(cause)) {
      const reason = cause instanceof Error ? cause.message : '';
      throw new OperatorError(`${title} was refused by the database: ${reason}. Run it as the owner of the tables.`, {
        cause,
      });
    }
    throw new Error(`${title} failed; nothing of it was kept`, { cause });
  }
}

function quoted(names: RoleNames): QuotedRoles {
  return {
    ingest: escapeIdentifier(names.ingest),
    app: escapeIdentifier(names.app),
    query: escapeIdentifier(names.query),
    jobs: escapeIdentifier(names.jobs),
  };
}
