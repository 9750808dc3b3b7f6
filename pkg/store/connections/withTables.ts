import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Schema } from './Schema';
import { inTransaction, withOrganisation } from './withOrganisation';

export type Tables = Kysely<Schema>;

/** As `withOrganisation`, with the management tables in place of the bare connection. */
export function withTables<T>(pool: Pool, orgId: number, act: (tables: Tables) => Promise<T>): Promise<T> {
  return withOrganisation(pool, orgId, (client) => act(tablesOn(client)));
}

/**
 * The tables for who has no organisation yet but knows the value of a setting that a policy compares rows with.
 * @param setting for example `seamark.token_hash`
 */
export function withKnownSetting<T>(
  pool: Pool,
  setting: string,
  value: string,
  act: (tables: Tables) => Promise<T>
): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query('select set_config($1, $2, true)', [setting, value]);
    return act(tablesOn(client));
  });
}

/** Builds statements that all run on this connection, inside of the transaction it is in. */
export function tablesOn(client: PoolClient): Tables {
  const connection = {
    query: client.query.bind(client),
    // The transaction hands the connection back, not a statement of it.
    release: () => undefined,
  };
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: { connect: () => Promise.resolve(connection), end: () => Promise.resolve() },
    }),
  });
}
