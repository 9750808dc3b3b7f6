import { Client } from 'pg';
import { second } from '../../lib/duration';

/** Whether the login in `url` is accepted. */
export async function letsIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5 * second });
  // Why it was refused is no matter here.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
