import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Clock } from '../../lib/Clock';
import { OperatorError } from '../../lib/OperatorError';
import { readSchema } from '../migrations/schemaTable';
import { BackupFile } from './BackupFile';
import {
  backupFormat,
  type BackupHeader,
  type BackupManifest,
  type BackupPart,
  type BackupTable,
} from './BackupManifest';
import { keyFingerprint } from './keyFingerprint';
import { letOwnerRead } from './letOwnerRead';
import { listTables, type StoredTable } from './listTables';
import { spellValuesPlainly } from './spellValuesPlainly';
import { withOwner } from '../connections/withOwner';

/** Bytes of rows before compression that are held in memory and become one entry. */
const partSize = 8 * 1024 * 1024;

export interface BackupOptions {
  readonly ownerUrl: string;
  /** A file that does not exist yet. */
  readonly file: string;
  /** Version of this program. */
  readonly version: string;
  readonly encryptionKey: Buffer;
  readonly clock: Clock;
}

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  /** Size of the file. */
  readonly bytes: number;
  readonly keyFingerprint: string;
}

/**
 * Writes all rows as they were at one moment into a file, while the server goes on working. Encrypted fields stay
 * encrypted in it, under keys that are wrapped by the encryption key, which is not in it.
 * Throws OperatorError where the database holds no schema or the file cannot be written; then there is no file.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  return withOwner(options.ownerUrl, 'backup', async (client) => {
    const schema = await readSchema(client);
    if (schema === 0) {
      throw new OperatorError('The database is empty: there is nothing to back up');
    }
    const file = await BackupFile.create(options.file);
    try {
      await letOwnerRead(client, await listTables(client), options.clock);
      const summary = await writeInto(file, client, options, schema);
      await file.finish();
      return { ...summary, bytes: file.bytes };
    } catch (cause) {
      await file.discard();
      throw cause;
    }
  });
}

async function writeInto(
  file: BackupFile,
  client: Client,
  { version, encryptionKey, clock }: BackupOptions,
  schema: number
): Promise<Omit<BackupSummary, 'bytes'>> {
  await client.query('begin isolation level repeatable read, read only');
  await client.query("set local seamark.backup = 'on'");
  await spellValuesPlainly(client);
  const { rows } = await client.query<{ server: string }>("select current_setting('server_version') as server");
  const header: BackupHeader = {
    format: backupFormat,
    seamark: version,
    schema,
    server: rows[0]?.server ?? '',
    created_at: new Date(clock.now()).toISOString(),
    key_fingerprint: keyFingerprint(encryptionKey),
  };
  await file.addJson('header.json', header);
  const tables: BackupTable[] = [];
  for (const [index, table] of (await listTables(client)).entries()) {
    tables.push(await copyTable(file, client, table, index));
  }
  await client.query('commit');
  const manifest: BackupManifest = { tables };
  await file.addJson('manifest.json', manifest);
  return {
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    keyFingerprint: header.key_fingerprint,
  };
}

async function copyTable(file: BackupFile, client: Client, table: StoredTable, index: number): Promise<BackupTable> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(copyTo(`copy (select ${columns} from ${table.sql}) to stdout`));
  const parts: BackupPart[] = [];
  let held: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    parts.push(await file.addCompressed(`data/${index}/${parts.length}.copy.gz`, Buffer.concat(held)));
    held = [];
    size = 0;
  };
  for await (const chunk of stream) {
    held.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= partSize) {
      await flush();
    }
  }
  if (size > 0) {
    await flush();
  }
  const { schema, name } = table;
  const counters = await Promise.all(table.counters.map((column) => readCounter(client, table, column)));
  return { schema, name, columns: [...table.columns], rows: stream.rowCount, parts, days: [...table.days], counters };
}

async function readCounter(
  client: Client,
  table: StoredTable,
  column: string
): Promise<BackupTable['counters'][number]> {
  const { rows: names } = await client.query<{ sequence: string }>(
    'select pg_get_serial_sequence($1, $2) as sequence',
    [table.sql, column]
  );
  const { rows } = await client.query<{ last: string | null }>(
    `select case when is_called then last_value::text end as last from ${names[0]?.sequence ?? ''}`
  );
  return { column, last: rows[0]?.last ?? null };
}
