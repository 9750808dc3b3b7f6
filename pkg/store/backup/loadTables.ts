import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip, type ZlibOptions } from 'node:zlib';
import { OperatorError } from '../../lib/OperatorError';
import type { BackupManifest, BackupTable } from './BackupManifest';
import { listTables, qualified, type StoredTable } from './listTables';
import { readBackup } from './readBackup';
import { spellValuesPlainly } from './spellValuesPlainly';
import { sha256, type VerifiedBackup } from './verifyBackup';

const decompress = promisify<Buffer, ZlibOptions, Buffer>(gunzip);

/** A part is 8 MiB and the end of its last row. */
const largestPart = 256 * 1024 * 1024;

/**
 * Loads the rows of a verified backup in one transaction. Row level security and triggers are set aside inside of it
 * (COPY is refused under the one, the other would refuse or rewrite), and are back when it commits.
 */
export async function loadTables(client: Client, { file, manifest }: VerifiedBackup, force: boolean): Promise<void> {
  await client.query('begin');
  try {
    await spellValuesPlainly(client);
    const known = requireTables(await listTables(client), manifest);
    for (const { sql } of known) {
      await client.query(`alter table ${sql} no force row level security, disable trigger user`);
    }
    if (force) {
      await client.query(`truncate ${known.map(({ sql }) => sql).join(', ')}`);
    } else {
      await requireEmpty(client, known);
    }
    await copyRows(client, manifest, file);
    for (const table of manifest.tables) {
      await setCounters(client, table);
    }
    for (const { sql } of known) {
      await client.query(`alter table ${sql} force row level security, enable trigger user`);
    }
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw cause;
  }
}

/** Same schema, same tables: anything else is a backup that was tampered with or a database that was changed by hand. */
function requireTables(known: StoredTable[], { tables }: BackupManifest): StoredTable[] {
  const names = new Set(known.map(({ sql }) => sql));
  const foreign = tables.find(({ schema, name }) => !names.has(qualified(schema, name)));
  if (foreign !== undefined) {
    throw new OperatorError(
      `The backup holds a table ${foreign.schema}.${foreign.name} that the database does not have`
    );
  }
  return known;
}

async function requireEmpty(client: Client, tables: readonly StoredTable[]): Promise<void> {
  for (const { sql, schema, name } of tables) {
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${sql}) as filled`);
    if (rows[0]?.filled !== false) {
      throw new OperatorError(
        `The database is not empty (${schema}.${name} has rows): give --force to replace everything in it, or name another one`
      );
    }
  }
}

/** The parts lie in the file in the order of the tables. */
async function copyRows(client: Client, { tables }: BackupManifest, file: string): Promise<void> {
  const entries = readBackup(file);
  // The header, which was looked at before.
  await entries.next();
  for (const table of tables) {
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
    const stream = client.query(copyFrom(`copy ${qualified(table.schema, table.name)} (${columns}) from stdin`));
    const done = finished(stream);
    done.catch(() => undefined);
    for (const part of table.parts) {
      const { value: entry } = await entries.next();
      if (entry === undefined || entry.name !== part.entry || sha256(entry.content) !== part.sha256) {
        stream.destroy();
        throw new OperatorError(`${file} changed while it was read: nothing was restored`);
      }
      const rows = await decompress(entry.content, { maxOutputLength: largestPart });
      if (!stream.write(rows)) {
        await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), done]);
      }
    }
    stream.end();
    await done;
    if (stream.rowCount !== table.rows) {
      throw new OperatorError(
        `${file} does not hold the rows it promises for ${table.schema}.${table.name}: nothing was restored`
      );
    }
  }
  await entries.return(undefined);
}

async function setCounters(client: Client, { schema, name, counters }: BackupTable): Promise<void> {
  for (const { column, last } of counters) {
    await client.query('select setval(pg_get_serial_sequence($1, $2), coalesce($3::bigint, 1), $3 is not null)', [
      qualified(schema, name),
      column,
      last,
    ]);
  }
}
