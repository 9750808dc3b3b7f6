import type { Pool, PoolClient } from 'pg';
import { silentLogger } from '../../lib/Logger';
import { testDatabase } from '../testing/testDatabase';
import { withClient } from '../testing/withClient';
import { createPool } from './createPool';

describe('a pool whose PostgreSQL goes away', () => {
  const db = testDatabase();
  let pool: Pool;
  beforeEach(() => {
    pool = createPool({ role: 'app', url: db.urlFor('app'), max: 2, logger: silentLogger, statementTimeoutMs: 5_000 });
  });
  afterEach(() => pool.end());

  /** What an administrator or a dying postmaster does: the connection is told that it ends, and closed. */
  const terminate = async (client: PoolClient): Promise<void> => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await withClient(db.urlFor('app'), (other) => other.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
    await ended;
  };

  it('goes on when that ends a connection that somebody holds between two statements', async () => {
    const client = await pool.connect();
    await terminate(client);
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('goes on when that ends a connection that nobody uses', async () => {
    const client = await pool.connect();
    client.release();
    await terminate(client);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});
