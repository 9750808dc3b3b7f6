import type { Pool, PoolClient } from 'pg';
import { asStoreAway } from './storeAway';

/** For whom a transaction speaks; what the policies compare rows with. */
export interface Speaker {
  orgId: number;
  /** Both only for tables with owners, such as dashboards. */
  userId?: string;
  role?: string;
}

/**
 * Runs `act` in one transaction that sees and writes the rows of one organisation only.
 * Throws StoreAway where the database cannot be asked, else what `act` threw; the transaction is undone then.
 */
export async function withOrganisation<T>(
  pool: Pool,
  speaker: Speaker | number,
  act: (client: PoolClient) => Promise<T>
): Promise<T> {
  return inTransaction(pool, async (client) => {
    await speakFor(client, typeof speaker === 'number' ? { orgId: speaker } : speaker);
    return act(client);
  });
}

/** The same without an organisation: policies that ask for one show no row. */
export async function inTransaction<T>(pool: Pool, act: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asStoreAway(error);
  });
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await act(client);
    await client.query('commit');
    return result;
  } catch (error) {
    const away = asStoreAway(error);
    if (away !== error) {
      broken = error instanceof Error ? error : new Error('connection broke');
    } else {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
    }
    throw away;
  } finally {
    // A connection that was handed back with an error is closed, not used again.
    client.release(broken);
  }
}

/** Names the organisation until the end of the transaction. */
export async function speakFor(client: Pick<PoolClient, 'query'>, speaker: Speaker): Promise<void> {
  await client.query(
    `select set_config('seamark.org_id', $1, true), set_config('seamark.user_id', $2, true),
      set_config('seamark.role', $3, true)`,
    [String(speaker.orgId), speaker.userId ?? '', speaker.role ?? '']
  );
}
