import { Client } from 'pg';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';

/** One login as the ingest role that is opened again whenever it broke. */
export class WriterConnection {
  readonly #url: string;
  readonly #logger: Logger;
  readonly #statementTimeoutMs: number;
  #client: Client | undefined;
  #lost = new AbortController();

  constructor(options: { url: string; statementTimeoutMs: number; logger: Logger }) {
    this.#url = options.url;
    this.#logger = options.logger;
    this.#statementTimeoutMs = options.statementTimeoutMs;
    this.#lost.abort();
  }

  /** Aborted while there is no connection. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** The connected client; undefined while lost. */
  get client(): Client | undefined {
    return this.#client;
  }

  /** Throws what the driver throws; takes 5 s at most, also when the server does not answer at all. */
  async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      application_name: 'seamark ingest',
      connectionTimeoutMillis: 5 * second,
      statement_timeout: this.#statementTimeoutMs,
      keepAlive: true,
      // A batch is sent as a whole: see commitTogether.
      pipeline: true,
    });
    const lost = new AbortController();
    const lose = (): void => {
      if (this.#client === client) {
        this.#client = undefined;
      }
      lost.abort();
    };
    client.on('error', (error) => {
      this.#logger.warn('writer connection broke', { reason: error.message });
      lose();
    });
    client.on('end', lose);
    try {
      await client.connect();
    } catch (error) {
      client.connection.stream.destroy();
      throw error;
    }
    this.#client = client;
    this.#lost = lost;
  }

  /** Cuts the line without a word: a server that hangs would not answer a good-bye. Statements under way fail. */
  destroy(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.connection.stream.destroy();
    this.#lost.abort();
  }

  /** Says good-bye, and cuts the line where that is not answered. */
  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#lost.abort();
    if (client !== undefined) {
      const cut = setTimeout(() => client.connection.stream.destroy(), second);
      await client.end().catch(() => undefined);
      clearTimeout(cut);
    }
  }
}
