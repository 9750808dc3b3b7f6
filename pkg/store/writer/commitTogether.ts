import type { Client } from 'pg';
import type { PreparedInsert } from './insertStatement';

/** A statement with one value for each of its parameters. */
export interface BoundInsert extends PreparedInsert {
  values: Buffer[];
}

/**
 * Runs statements as one transaction that is sent in one piece: the server need not wait for us between two of them, nor
 * we for it. Needs a client in pipeline mode to be quick, not to be right. Throws what the first statement that failed
 * threw; then nothing is kept, for a COMMIT after a failure is a ROLLBACK.
 */
export async function commitTogether(client: Client, statements: readonly BoundInsert[]): Promise<void> {
  const { stream } = client.connection;
  stream.cork();
  const answers = [
    client.query('begin'),
    ...statements.map((statement) => client.query(statement)),
    client.query('commit'),
  ];
  stream.uncork();
  const failure = (await Promise.allSettled(answers)).find((answer) => answer.status === 'rejected');
  if (failure !== undefined) {
    throw failure.reason;
  }
}
