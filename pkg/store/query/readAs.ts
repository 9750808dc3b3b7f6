import { Client, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { QueryError } from '../../domain/query/QueryRunner';
import { isAway } from '../connections/storeAway';
import { compileStatement, type Fragment } from './compileStatement';
import { sqlState } from '../connections/sqlState';
import { cancelled, queryFailure, tooComplex } from './queryFailure';

export interface Reading {
  /** Connections of the role `query`. */
  pool: Pool;
  timeoutMs: number;
}

export interface Question {
  /** Whose rows are to be seen. */
  orgId: number;
  /** Regular expressions of the statement, in PostgreSQL's syntax. */
  patterns?: readonly string[];
}

/** PostgreSQL matches in a time that grows with the text only, but a few patterns take it for ever to understand. */
const patternTimeoutMs = 1000;

/** Runs a statement of a transaction that is under way. */
export type Read = <Row extends QueryResultRow>(statement: Fragment) => Promise<Row[]>;

/** One statement alone, as `readInSnapshot`. */
export function readAs<Row extends QueryResultRow>(
  reading: Reading,
  question: Question,
  statement: Fragment,
  signal?: AbortSignal
): Promise<Row[]> {
  return readInSnapshot(reading, question, (read) => read<Row>(statement), signal);
}

/**
 * Runs statements in a read-only transaction that sees one organisation's rows, all as they were at one moment; each may
 * take `timeoutMs`. When `signal` is aborted they are cancelled in the database. Throws QueryError.
 */
export async function readInSnapshot<Answer>(
  { pool, timeoutMs }: Reading,
  { orgId, patterns = [] }: Question,
  act: (read: Read) => Promise<Answer>,
  signal?: AbortSignal
): Promise<Answer> {
  // Read through a function: the flag changes while we wait.
  const aborted = () => signal?.aborted === true;
  const goOn = () => {
    if (aborted()) {
      throw new QueryError('The query was given up by who asked', 504);
    }
  };
  goOn();
  let client: PoolClient | undefined;
  let cancelling: Promise<void> | undefined;
  let broken = false;
  try {
    const connected = await pool.connect();
    client = connected;
    const pid = await begin(connected, orgId, timeoutMs);
    const cancel = () => {
      cancelling ??= cancelBackend(pool, pid);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      goOn();
      await tryPatterns(connected, patterns, timeoutMs);
      return await act(async <Row extends QueryResultRow>(statement: Fragment) => {
        goOn();
        const { text, values } = compileStatement(statement);
        return (await connected.query<Row>(text, [...values])).rows;
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  } catch (error) {
    broken = isAway(error) && !aborted();
    throw queryFailure(error, timeoutMs, aborted());
  } finally {
    // A cancellation that came late must not hit who gets this connection next.
    await cancelling;
    await client?.query('rollback').catch(() => {
      broken = true;
    });
    client?.release(broken);
  }
}

/** Has the patterns understood, which the connection then remembers, before any row is read. */
async function tryPatterns(client: PoolClient, patterns: readonly string[], timeoutMs: number): Promise<void> {
  if (patterns.length === 0) {
    return;
  }
  await limit(client, Math.min(patternTimeoutMs, timeoutMs));
  try {
    await client.query(`select '' ~ pattern from unnest($1::text[]) pattern`, [patterns]);
  } catch (error) {
    throw sqlState(error) === cancelled ? new QueryError(tooComplex, 400, { cause: error }) : error;
  }
  await limit(client, timeoutMs);
}

async function limit(client: PoolClient, milliseconds: number): Promise<void> {
  await client.query(`select set_config('statement_timeout', $1, true)`, [String(milliseconds)]);
}

async function begin(client: PoolClient, orgId: number, timeoutMs: number): Promise<number> {
  await client.query('begin transaction isolation level repeatable read, read only');
  const { rows } = await client.query<{ pid: number }>(
    `select set_config('seamark.org_id', $1, true), set_config('statement_timeout', $2, true), pg_backend_pid() as pid`,
    [String(orgId), String(timeoutMs)]
  );
  return rows[0]?.pid ?? 0;
}

/** Over a connection of its own: those of the pool may all be busy with what is to be cancelled. */
async function cancelBackend(pool: Pool, pid: number): Promise<void> {
  const client = new Client(pool.options);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [pid]);
  } catch {
    // The statement ends by its own time limit.
  } finally {
    await client.end().catch(() => undefined);
  }
}
