import { StoreAway, type RefusedRow } from '../../domain/ingest/RowWriter';
import type { RowSet } from '../../domain/ingest/rows';
import type { EncodedRows } from './encodeRows';

/** A request that waits for its COMMIT. */
export interface PendingWrite {
  rows: RowSet;
  encoded: EncodedRows;
  resolve: (refused: RefusedRow[]) => void;
  reject: (error: unknown) => void;
}

export interface QueueLimits {
  rows: number;
  /** Characters of encoded rows. */
  size: number;
}

/** Refusal of a request for which there is no room. */
export function tooMuch(): StoreAway {
  return new StoreAway('More arrives than the database can take', 1);
}

/** Requests on their way to the database: bounded, so that a database that is slow or away costs answers, not memory. */
export class WriteQueue {
  readonly #limits: QueueLimits;
  #waiting: PendingWrite[] = [];
  #rows = 0;
  #size = 0;
  #closed = false;
  readonly #takers = new Set<() => void>();

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get rows(): number {
    return this.#rows;
  }

  get size(): number {
    return this.#size;
  }

  get requests(): number {
    return this.#waiting.length;
  }

  /** Nothing more will fit: worth asking before the work of encoding a request. */
  get full(): boolean {
    return this.#rows >= this.#limits.rows || this.#size >= this.#limits.size;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Throws StoreAway when there is no room. One request alone always fits: its size was judged when it was read. */
  push(pending: PendingWrite): void {
    if (this.#closed) {
      throw new StoreAway('The server is stopping', 5);
    }
    const { rows, size } = pending.encoded;
    const full = this.#rows + rows > this.#limits.rows || this.#size + size > this.#limits.size;
    if (full && this.#waiting.length > 0) {
      throw tooMuch();
    }
    this.#waiting.push(pending);
    this.#rows += rows;
    this.#size += size;
    this.#wakeOne();
  }

  /**
   * What waits, in order, up to `maxRows` (at least one request). Waits for something to come.
   * Undefined once the queue is closed and empty, or when `signal` is aborted.
   */
  async take(maxRows: number, signal: AbortSignal): Promise<PendingWrite[] | undefined> {
    while (this.#waiting.length === 0 && !this.#closed && !signal.aborted) {
      await this.#somethingHappens(signal);
    }
    if (this.#waiting.length === 0 || signal.aborted) {
      // What this taker was woken for may still be there for another.
      this.#wakeOne();
      return undefined;
    }
    let count = 0;
    let rows = 0;
    for (const { encoded } of this.#waiting) {
      if (count > 0 && rows + encoded.rows > maxRows) {
        break;
      }
      count += 1;
      rows += encoded.rows;
    }
    const taken = this.#waiting.splice(0, count);
    this.#forget(taken);
    return taken;
  }

  /** Ends the wait of everything queued. */
  rejectAll(error: unknown): void {
    const taken = this.#waiting;
    this.#waiting = [];
    this.#forget(taken);
    for (const pending of taken) {
      pending.reject(error);
    }
  }

  /** Takes nothing more; what waits can still be taken. */
  close(): void {
    this.#closed = true;
    for (const wake of [...this.#takers]) {
      wake();
    }
  }

  #forget(taken: readonly PendingWrite[]): void {
    for (const { encoded } of taken) {
      this.#rows -= encoded.rows;
      this.#size -= encoded.size;
    }
  }

  #wakeOne(): void {
    if (this.#waiting.length === 0) {
      return;
    }
    for (const wake of this.#takers) {
      wake();
      break;
    }
  }

  #somethingHappens(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#takers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#takers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
