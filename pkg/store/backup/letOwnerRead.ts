import type { ClientBase } from 'pg';
import type { Clock } from '../../lib/Clock';
import { OperatorError } from '../../lib/OperatorError';
import { isLockTimeout } from '../connections/sqlState';
import type { StoredTable } from './listTables';

const attempts = 10;

/**
 * Forced row level security hides all rows from the owner too. These policies show them to the owner's transactions that
 * ask for it by `set local seamark.backup = 'on'`, and to nobody else. Made where they are missing: a policy needs the
 * table for itself for a moment, so each waits for a short while only, and tries again.
 */
export async function letOwnerRead(client: ClientBase, tables: readonly StoredTable[], clock: Clock): Promise<void> {
  for (const table of tables) {
    if (await isHidden(client, table)) {
      const policy = `create policy seamark_backup on ${table.sql} for select to current_user
        using (current_setting('seamark.backup', true) = 'on')`;
      await patiently(client, policy, clock);
    }
  }
}

async function isHidden(client: ClientBase, table: StoredTable): Promise<boolean> {
  const { rows } = await client.query<{ hidden: boolean }>(
    `select row_security_active($1::regclass) and not exists (
      select from pg_policy where polrelid = $1::regclass and polname = 'seamark_backup'
        and (select oid from pg_roles where rolname = current_user) = any (polroles)) as hidden`,
    [table.sql]
  );
  return rows[0]?.hidden ?? true;
}

async function patiently(client: ClientBase, statement: string, clock: Clock): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('begin');
      await client.query("set local lock_timeout = '2s'");
      await client.query(statement);
      await client.query('commit');
      return;
    } catch (cause) {
      await client.query('rollback');
      if (!isLockTimeout(cause)) {
        throw cause;
      }
      if (attempt === attempts) {
        throw new OperatorError('The database is too busy for its first backup: try again in a quieter moment', {
          cause,
        });
      }
      await clock.sleep(200);
    }
  }
}
