import type { RowSet } from './rows';

/** The database cannot take it now; the client is asked to come again. Nothing was promised. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What the database refused although it looked right: indexes into the row lists of the request. */
export interface RefusedRow {
  table: keyof RowSet;
  index: number;
  reason: string;
}

/** Writes many requests in one transaction. */
export interface RowWriter {
  /** Throws StoreAway where an app's rows would be turned away anyway: asked before a request is read. */
  checkRoom(appId: string): void;
  /**
   * Resolves after COMMIT, with the rows that the database refused by themselves (usually none).
   * Rejects with StoreAway when the queue is full, or the database is away or does not answer in time.
   */
  write(rows: RowSet): Promise<RefusedRow[]>;
  /** Stops taking more, writes what was taken, resolves when done. */
  drain(): Promise<void>;
}
