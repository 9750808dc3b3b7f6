import { Client } from 'pg';
import { OperatorError } from '../../lib/OperatorError';
import { databaseAddress } from './databaseAddress';

/** Connects as the owner, does the work, and closes the connection however it went. Throws OperatorError where it cannot connect. */
export async function withOwner<Result>(
  ownerUrl: string,
  purpose: string,
  work: (client: Client) => Promise<Result>
): Promise<Result> {
  const client = new Client({
    connectionString: ownerUrl,
    application_name: `seamark ${purpose}`,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks is reported by the statement that was running; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError(`Cannot connect to the database at ${databaseAddress(ownerUrl)}: ${reason}`, { cause });
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
