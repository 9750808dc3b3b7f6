import { Client } from 'pg';
import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import { databaseAddress } from '../connections/databaseAddress';
import { roleUrl } from '../connections/roleUrl';
import { isLockTimeout } from '../connections/sqlState';
import { ensureDaysAhead } from '../partitions/ensureDaysAhead';
import { ensureRoles } from '../roles/ensureRoles';
import { grantConnect } from '../roles/grantConnect';
import { letsIn } from '../roles/letsIn';
import { roleNames } from '../roles/roleNames';
import type { RoleNames, RolePasswords } from '../roles/RoleKind';
import { applyMigrations } from './applyMigrations';
import { requireServer } from './requireServer';

export interface MigrateOptions {
  /** URL of the database's owner. */
  ownerUrl: string;
  rolePasswords: RolePasswords;
  /** Default: named after the database. A cloned database keeps its template's. */
  roles?: RoleNames;
  logger: Logger;
  clock: Clock;
  /** Stops at this schema: a restore makes the one of its backup first. Default: all that this program knows. */
  upTo?: number;
  /** How long to wait for another process that is migrating. */
  lockTimeoutMs?: number;
}

export interface MigrationResult {
  /** Schema before and after; 0 is an empty database. */
  from: number;
  to: number;
  /** Names of the migrations that were run now. */
  applied: string[];
  /** As the server says it: `18.4`. */
  serverVersion: string;
}

/**
 * Brings roles and schema to what this program knows, and makes partitions for the days around now. Safe to run again
 * and from several processes at once: the second waits for the first and finds nothing to do.
 * Throws OperatorError for what only the operator can put right: no connection, an old server, a newer schema,
 * missing privileges.
 */
export async function migrate(options: MigrateOptions): Promise<MigrationResult> {
  const client = new Client({
    connectionString: options.ownerUrl,
    application_name: 'seamark migrate',
    connectionTimeoutMillis: 10 * second,
  });
  // A connection that breaks is reported by the statement that was running; without a listener it would end the process.
  client.on('error', (error) => options.logger.debug('migration connection broke', { reason: error.message }));
  try {
    await client.connect();
  } catch (cause) {
    throw new OperatorError(
      `Cannot connect to the database at ${databaseAddress(options.ownerUrl)}: ${reasonOf(cause)}. ` +
        `Check SEAMARK_DATABASE_URL and that PostgreSQL is running.`,
      { cause }
    );
  }
  try {
    return await migrateOn(client, options);
  } finally {
    // Also gives the lock back.
    await client.end();
  }
}

async function migrateOn(client: Client, options: MigrateOptions): Promise<MigrationResult> {
  const serverVersion = await requireServer(client);
  await takeLock(client, options.lockTimeoutMs ?? 60 * second);
  const names = options.roles ?? roleNames(client.database ?? '');
  const { ownerUrl, rolePasswords } = options;
  await ensureRoles(client, names, rolePasswords, (kind) =>
    letsIn(roleUrl(ownerUrl, names[kind], rolePasswords[kind]))
  );
  await grantConnect(client, names);
  const outcome = await applyMigrations(client, names, options.logger, options.upTo);
  await ensureDaysAhead(client, options.clock.now());
  return { ...outcome, serverVersion };
}

async function takeLock(client: Client, timeoutMs: number): Promise<void> {
  await client.query(`select set_config('lock_timeout', $1, false)`, [`${timeoutMs}ms`]);
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('seamark.migrate', 0))`);
  } catch (cause) {
    if (isLockTimeout(cause)) {
      const message =
        `Another process has been migrating this database for more than ${timeoutMs / second} s. ` +
        `Wait for it, or look for it in pg_stat_activity (application_name "seamark migrate").`;
      throw new OperatorError(message, { cause });
    }
    throw cause;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
