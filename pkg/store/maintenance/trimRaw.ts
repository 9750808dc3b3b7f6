import type { Pool, PoolClient } from 'pg';
import { rawTables, type RawTable } from '../../domain/ingest/rows';
import { day, startOfDay } from '../../lib/duration';
import { inTransaction } from '../connections/withOrganisation';
import { readKeptApps, type KeptApp } from '../retention/readKeptApps';
import { archiveStatement } from './archiveStatement';
import { dataOf } from './readLongestRetention';

/** Rows of one transaction, so that none is long. */
const chunk = 5_000;

interface Chunk {
  app: KeptApp;
  table: RawTable;
  now: number;
}

/**
 * Deletes raw rows of organisations that keep them for less long than the partitions live; critical errors are archived
 * in the same transaction. As with partitions, whole UTC days go, so that no summary of an hour or a day is left of which
 * only some rows exist. Summaries stay: they are not marked to be calculated again. Answers how many rows.
 * @param pool logs in as the jobs role
 */
export async function trimRaw(pool: Pool, now: number): Promise<number> {
  let deleted = 0;
  for (const app of await readKeptApps(pool)) {
    for (const table of rawTables) {
      for (;;) {
        const gone = await inTransaction(pool, (client) => deleteChunk(client, { app, table, now }));
        if (gone === undefined) {
          break;
        }
        deleted += gone;
      }
    }
  }
  return deleted;
}

/** Answers how many rows went; undefined where nothing is left to do, or another process is about it. */
async function deleteChunk(client: PoolClient, { app, table, now }: Chunk): Promise<number | undefined> {
  const days = app.days(dataOf[table], 'raw') ?? 0;
  const time = table === 'system_health' ? 'checked_at' : 'timestamp';
  const { rows: oldest } = await client.query<{ at: Date }>(
    `select ${time} as at from raw.${table} where app_id = $1 and ${time} < $2 order by app_id, ${time} limit 1`,
    [app.appId, new Date(startOfDay(now - days * day))]
  );
  const [first] = oldest;
  if (first === undefined || !(await isMine(client, `${app.appId} ${table}`))) {
    return undefined;
  }
  // Places of rows are unique in one partition only.
  const start = startOfDay(first.at.getTime());
  const within = `app_id = $2 and ${time} >= $3 and ${time} < $4`;
  const values = [new Date(now), app.appId, new Date(start), new Date(start + day)];
  const gone = `delete from raw.${table} where ${within} and ctid = any (array(
    select ctid from raw.${table} where ${within} limit ${chunk}))`;
  if (table !== 'error_logs') {
    return (await client.query(`${gone} and $1::timestamptz is not null`, values)).rowCount ?? 0;
  }
  const archive = archiveStatement('gone', '$5', '');
  const { rows } = await client.query<{ n: number }>(
    `with gone as (${gone} returning *), kept as (${archive}) select count(*)::int as n from gone`,
    [...values, app.days('errors', 'archive')]
  );
  return rows[0]?.n ?? 0;
}

async function isMine(client: PoolClient, name: string): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('seamark.trim.' || $1, 0)) as mine`,
    [name]
  );
  return rows[0]?.mine === true;
}
