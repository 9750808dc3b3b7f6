import type { ClientBase } from 'pg';
import { OperatorError } from '../../lib/OperatorError';

/** The first with views that check the rights of who asks (`security_invoker`). */
const oldestServer = 15;

/** Answers the server's version; throws OperatorError where it is older than 15. */
export async function requireServer(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`
  );
  const [server] = rows;
  if (server === undefined || server.number < oldestServer * 10_000) {
    throw new OperatorError(
      `PostgreSQL ${server?.text ?? '(unknown)'} is too old: Seamark needs ${oldestServer} or later. ` +
        `Upgrade the server, or unset SEAMARK_DATABASE_URL to use the embedded one.`
    );
  }
  return server.text;
}
