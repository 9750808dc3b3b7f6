import type { Client } from 'pg';
import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import { migrate } from '../migrations/migrate';
import { knownSchema } from '../migrations/migrations';
import { readSchema } from '../migrations/schemaTable';
import { ensureDay } from '../partitions/ensureDaysAhead';
import type { RoleNames, RolePasswords } from '../roles/RoleKind';
import type { BackupHeader } from './BackupManifest';
import { loadTables } from './loadTables';
import type { VerifiedBackup } from './verifyBackup';
import { withOwner } from '../connections/withOwner';

export interface RestoreOptions {
  readonly ownerUrl: string;
  readonly backup: VerifiedBackup;
  /** Replaces what the database holds. Without it a database that holds any row is refused. */
  readonly force: boolean;
  readonly rolePasswords: RolePasswords;
  /** Default: named after the database. */
  readonly roles?: RoleNames;
  readonly logger: Logger;
  readonly clock: Clock;
}

export interface RestoreSummary {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Puts a backup into a database, embedded or not, of any version of PostgreSQL that Seamark runs on. All rows
 * arrive in one transaction, so that a failure leaves what was there.
 * The server must not be running on that database.
 * Throws OperatorError where the backup has a newer schema, or the database is in use or not empty.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const { header, manifest } = options.backup;
  if (header.schema > knownSchema) {
    throw new OperatorError(
      `The backup has schema ${header.schema}, this Seamark knows up to ${knownSchema}: restore it with Seamark ${header.seamark} or later`
    );
  }
  await requireSameSchema(options.ownerUrl, header);
  await bringTo(header.schema, options);
  await load(options);
  await bringTo(knownSchema, options);
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
  };
}

/** Rows of an older schema fit into no other: they are loaded under their own and then migrated with it. */
async function requireSameSchema(ownerUrl: string, header: BackupHeader): Promise<void> {
  const found = await withOwner(ownerUrl, 'restore', async (client) => {
    await requireAlone(client);
    return readSchema(client);
  });
  if (found !== 0 && found !== header.schema) {
    throw new OperatorError(
      `The database has schema ${found} and the backup ${header.schema}: restore into a new, empty database, where the backup's schema is made first and then upgraded`
    );
  }
}

/** A server that runs on the database holds keys and counts that would no longer be true. */
async function requireAlone(client: Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  );
  const others = rows[0]?.others ?? 0;
  if (others > 0) {
    throw new OperatorError(
      `The database is in use by ${others} other connections: stop the servers that run on it, then restore`
    );
  }
}

async function bringTo(schema: number, options: RestoreOptions): Promise<void> {
  const { ownerUrl, rolePasswords, roles, logger, clock } = options;
  await migrate({ ownerUrl, rolePasswords, logger, clock, upTo: schema, ...(roles ? { roles } : {}) });
}

async function load({ ownerUrl, backup, force }: RestoreOptions): Promise<void> {
  await withOwner(ownerUrl, 'restore', async (client) => {
    // Beforehand and one by one: partitions of a year in one transaction are more locks than a server has room for.
    for (const table of backup.manifest.tables) {
      for (const day of table.days) {
        await ensureDay(client, [table.name], day);
      }
    }
    await loadTables(client, backup, force);
  });
}
