import { StoreAway, type RefusedRow, type RowWriter } from '../../domain/ingest/RowWriter';
import type { RowSet } from '../../domain/ingest/rows';
import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import { isAway } from '../connections/storeAway';
import { BatchWriter, type PersonKeeper } from './BatchWriter';
import { encodeRows } from './encodeRows';
import type { PendingWrite } from './PendingWrite';
import { tooMuch, WriteQueue } from './WriteQueue';
import { WriterConnection } from './WriterConnection';
import type { WriterMetrics } from './WriterMetrics';

export interface WriterOptions {
  /** URL with the login of the ingest role. */
  url: string;
  people: PersonKeeper;
  clock: Clock;
  logger: Logger;
  metrics: WriterMetrics;
  /** Two keep the disk and both cores busy; a third adds nothing (docs/adr/0021). */
  connections?: number;
  maxBatchRows?: number;
  maxQueuedRows?: number;
  maxQueuedSize?: number;
  /** From taking a batch to its COMMIT; after that the server counts as hung and the line is cut. */
  hangTimeoutMs?: number;
}

const shortestPause = 100;
/** A database that comes back must not wait for its writers: asking a closed door twice a second costs nothing. */
const longestPause = second / 2;
const retryAfterSeconds = 2;

/** Writes what many requests brought in one transaction (group commit): the next batch gathers while one commits. */
export class GroupCommitWriter implements RowWriter {
  readonly #options: WriterOptions;
  readonly #queue: WriteQueue;
  readonly #batches: BatchWriter;
  readonly #connections: WriterConnection[];
  readonly #away = new Set<WriterConnection>();
  readonly #stopping = new AbortController();
  readonly #loops: Promise<void>[];

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#queue = new WriteQueue(
      {
        // Half a thousand full batches at once; memory is bounded by the size.
        rows: options.maxQueuedRows ?? 100_000,
        size: options.maxQueuedSize ?? 32 * 1024 ** 2,
        // Clients give up after some seconds; what is stored after that was work for nobody.
        wait: 3 * second,
      },
      () => options.clock.now()
    );
    this.#batches = new BatchWriter(options.people, () => options.clock.now());
    const { url, logger } = options;
    const statementTimeoutMs = this.#hangTimeoutMs;
    this.#connections = Array.from(
      { length: options.connections ?? 2 },
      () => new WriterConnection({ url, statementTimeoutMs, logger })
    );
    this.#loops = this.#connections.map((connection) => this.#serve(connection));
  }

  /** False while no connection can be had: requests are turned away at once. */
  get available(): boolean {
    return this.#away.size < this.#connections.length;
  }

  checkRoom(appId: string): void {
    this.#requireAvailable();
    if (this.#queue.isFullFor(appId)) {
      throw tooMuch();
    }
  }

  #requireAvailable(): void {
    if (!this.available) {
      throw new StoreAway('The database is away', retryAfterSeconds);
    }
  }

  write(rows: RowSet): Promise<RefusedRow[]> {
    return new Promise((resolve, reject) => {
      // What these throw becomes the rejection. How long others wait was asked before the body was read: now it is paid for.
      this.#requireAvailable();
      this.#queue.push({ encoded: encodeRows(rows), resolve, reject });
      this.#reportQueue();
    });
  }

  async drain(): Promise<void> {
    this.#queue.close();
    this.#stopping.abort();
    await Promise.all(this.#loops);
  }

  async #serve(connection: WriterConnection): Promise<void> {
    let pause = shortestPause;
    while (!this.#queue.closed || this.#queue.requests > 0) {
      if (connection.client === undefined) {
        if (await this.#connect(connection)) {
          pause = shortestPause;
        } else if (this.#stopping.signal.aborted) {
          // What still waits is written by the other connection, or was turned away when the last one failed.
          return;
        } else {
          await this.#options.clock.sleep(pause, this.#stopping.signal);
          pause = Math.min(2 * pause, longestPause);
        }
        continue;
      }
      const batch = await this.#queue.take(this.#options.maxBatchRows ?? 2_000, connection.lost);
      if (batch !== undefined) {
        this.#reportQueue();
        await this.#write(connection, batch);
        this.#queue.finish();
      }
    }
    await connection.close();
  }

  async #connect(connection: WriterConnection): Promise<boolean> {
    try {
      await connection.connect();
      if (this.#away.delete(connection)) {
        this.#options.logger.info('writer connected again');
      }
      return true;
    } catch (error) {
      if (!this.#away.has(connection)) {
        this.#away.add(connection);
        this.#options.logger.warn('writer cannot connect', { reason: error instanceof Error ? error.message : '' });
      }
      if (!this.available) {
        this.#queue.rejectAll(new StoreAway('The database is away', retryAfterSeconds, { cause: error }));
        this.#reportQueue();
      }
      return false;
    }
  }

  async #write(connection: WriterConnection, batch: PendingWrite[]): Promise<void> {
    const { clock, logger, metrics } = this.#options;
    const started = clock.now();
    try {
      const refused = await this.#beforeHanging(connection, batch);
      metrics.committed(
        batch.reduce((sum, pending) => sum + pending.encoded.rows, 0),
        (clock.now() - started) / second
      );
      batch.forEach((pending, index) => pending.resolve(refused[index] ?? []));
    } catch (error) {
      if (isAway(error)) {
        connection.destroy();
      } else {
        logger.error('a batch could not be written', error);
      }
      const away = new StoreAway('The database could not take it', retryAfterSeconds, { cause: error });
      batch.forEach((pending) => pending.reject(away));
    }
  }

  async #beforeHanging(connection: WriterConnection, batch: PendingWrite[]): Promise<RefusedRow[][]> {
    const { client } = connection;
    if (client === undefined) {
      throw new StoreAway('The connection broke', retryAfterSeconds);
    }
    const written = new AbortController();
    const writing = this.#batches.write(client, batch).finally(() => written.abort());
    const hanging = this.#options.clock.sleep(this.#hangTimeoutMs, written.signal).then(() => {
      if (written.signal.aborted) {
        return writing;
      }
      this.#away.add(connection);
      throw new StoreAway('The database does not answer', retryAfterSeconds);
    });
    // Whoever loses the race is still heard, so that its error is no unhandled rejection.
    writing.catch(() => undefined);
    return Promise.race([writing, hanging]);
  }

  get #hangTimeoutMs(): number {
    return this.#options.hangTimeoutMs ?? 8 * second;
  }

  #reportQueue(): void {
    this.#options.metrics.queued(this.#queue.requests, this.#queue.rows);
  }
}
