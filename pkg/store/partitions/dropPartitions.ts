import { Client, escapeIdentifier, type ClientBase } from 'pg';
import { rawTables, type RawTable } from '../../domain/ingest/rows';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import { asStoreAway } from '../connections/storeAway';
import { isLockTimeout } from '../connections/sqlState';
import { expiredPartitions, type DayPartition } from './expiredPartitions';

export interface DropOptions {
  /** Only the owner may drop a table, and detaching without a lock cannot run inside of a function. */
  ownerUrl: string;
  /** Longest of any organisation, milliseconds. */
  retention: Readonly<Record<RawTable, number>>;
  now: number;
  logger: Logger;
}

/**
 * Removes the partitions that are older than anybody keeps them, and answers how many. Readers and writers go on: DETACH
 * CONCURRENTLY first, then DROP, both giving up rather than waiting long. What was not done, also by a process that
 * died in between, is done by the next run. Of several processes one does it. Throws StoreAway.
 */
export async function dropPartitions({ ownerUrl, retention, now, logger }: DropOptions): Promise<number> {
  const client = new Client({
    connectionString: ownerUrl,
    application_name: 'seamark retention',
    connectionTimeoutMillis: 5 * second,
  });
  client.on('error', (error) => logger.warn('retention connection broke', { reason: error.message }));
  try {
    await client.connect();
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('seamark.retention', 0)) as mine`
    );
    if (rows[0]?.mine !== true) {
      return 0;
    }
    await client.query(`set lock_timeout = '3s'`);
    let dropped = 0;
    for (const partition of expiredPartitions(await listPartitions(client), retention, now)) {
      dropped += (await drop(client, partition, logger)) ? 1 : 0;
    }
    return dropped;
  } catch (error) {
    throw asStoreAway(error);
  } finally {
    await client.end();
  }
}

/** All days of all raw tables, oldest first. */
export async function listPartitions(client: Pick<ClientBase, 'query'>): Promise<DayPartition[]> {
  const { rows } = await client.query<DayPartition>(
    `select parent, c.relname as name,
        case when i.inhrelid is null then 'detached' when i.inhdetachpending then 'pending' else 'attached' end as state
      from unnest($1::text[]) as parent
      join pg_class c on c.relname ~ ('^' || parent || '_[0-9]{8}$') and c.relkind = 'r'
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'raw'
      left join pg_inherits i on i.inhrelid = c.oid
      order by right(c.relname, 8), parent`,
    [rawTables]
  );
  return rows;
}

async function drop(client: ClientBase, { parent, name, state }: DayPartition, logger: Logger): Promise<boolean> {
  const table = `raw.${escapeIdentifier(name)}`;
  try {
    if (state !== 'detached') {
      const how = state === 'pending' ? 'finalize' : 'concurrently';
      await client.query(`alter table raw.${escapeIdentifier(parent)} detach partition ${table} ${how}`);
    }
    await client.query(`drop table ${table}`);
    return true;
  } catch (error) {
    if (isLockTimeout(error)) {
      logger.info('a partition is still in use; it goes with the next run', { name });
      return false;
    }
    throw error;
  }
}
