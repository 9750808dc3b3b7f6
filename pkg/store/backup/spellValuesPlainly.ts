import type { ClientBase } from 'pg';

/** For the transaction: values look the same whatever the server, the database or the role prefers. */
export async function spellValuesPlainly(client: ClientBase): Promise<void> {
  const settings = {
    client_encoding: 'UTF8',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    timezone: 'UTC',
    extra_float_digits: '3',
    bytea_output: 'hex',
    statement_timeout: '0',
  };
  for (const [name, value] of Object.entries(settings)) {
    await client.query('select set_config($1, $2, true)', [name, value]);
  }
}
