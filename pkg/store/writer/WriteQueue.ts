import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { AppLanes } from './AppLanes';
import type { PendingWrite } from './PendingWrite';

export interface QueueLimits {
  rows: number;
  /** Characters of encoded rows. */
  size: number;
  /** Milliseconds that an app's oldest request may wait before no more of that app is let in. */
  wait?: number;
}

/** Rows for which a second transaction beside one that is under way is worth what each costs by itself. */
const enoughRows = 500;
/** Milliseconds after which a second one begins whatever it carries: the first may hang. */
const longestGathering = 25;

/** Refusal of a request for which there is no room. */
export function tooMuch(): StoreAway {
  return new StoreAway('More arrives than the database can take', 1);
}

/**
 * Requests on their way to the database: bounded, so that a database that is slow or away costs answers, not memory.
 * One app alone may fill it. Where several wait, each has an equal share that the others cannot take from it: what an
 * app brings within its share is let in although the rest is full, so that twice the limits is the most there can be.
 */
export class WriteQueue {
  readonly #limits: QueueLimits;
  readonly #now: () => number;
  readonly #waiting = new AppLanes();
  #requests = 0;
  #rows = 0;
  #size = 0;
  #closed = false;
  readonly #takers = new Set<() => void>();
  /** Batches that were taken and are not finished. */
  #underWay = 0;
  /** Runs while requests wait only because a batch is under way. */
  #gathering: NodeJS.Timeout | undefined;
  #gathered = false;

  /** @param now epoch milliseconds */
  constructor(limits: QueueLimits, now: () => number = () => 0) {
    this.#limits = limits;
    this.#now = now;
  }

  get rows(): number {
    return this.#rows;
  }

  get size(): number {
    return this.#size;
  }

  get requests(): number {
    return this.#requests;
  }

  /** Nothing more of this app will fit: worth asking before its request is even read. */
  isFullFor(app: string): boolean {
    const oldest = this.#waiting.of(app).requests[0]?.since ?? Infinity;
    if (this.#now() - oldest > (this.#limits.wait ?? Infinity)) {
      return true;
    }
    const full = this.#rows >= this.#limits.rows || this.#size >= this.#limits.size;
    return full && !this.#isWithinShare(app, 0, 0);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Throws StoreAway when there is no room. One request alone always fits: its size was judged when it was read. */
  push(pending: PendingWrite): void {
    if (this.#closed) {
      throw new StoreAway('The server is stopping', 5);
    }
    const { app, rows, size } = pending.encoded;
    const full = this.#rows + rows > this.#limits.rows || this.#size + size > this.#limits.size;
    if (full && this.#requests > 0 && !this.#isWithinShare(app, rows, size)) {
      throw tooMuch();
    }
    pending.since = this.#now();
    this.#waiting.push(pending);
    this.#requests += 1;
    this.#rows += rows;
    this.#size += size;
    this.#wakeOne();
  }

  /**
   * What waits, the apps in turn, up to `maxRows` (at least one request). Waits for something to come, and for all that
   * comes in the same turn of the event loop; while another batch is under way also for enough of it, since a transaction
   * costs as much as a dozen rows. Whoever gets a batch must call `finish` after it. Undefined once the queue is closed
   * and empty, or when `signal` is aborted.
   */
  async take(maxRows: number, signal: AbortSignal): Promise<PendingWrite[] | undefined> {
    while (!this.#isWorthATransaction() && !(this.#closed && this.#requests === 0) && !signal.aborted) {
      await this.#somethingHappens(signal);
      await nextTurn();
    }
    if (this.#requests === 0 || signal.aborted) {
      // What this taker was woken for may still be there for another.
      this.#wakeOne();
      return undefined;
    }
    const taken = this.#waiting.take(maxRows);
    this.#forget(taken);
    this.#underWay += 1;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#gathered = false;
    this.#wakeOne();
    return taken;
  }

  /** A batch that was taken is stored, or is not going to be. */
  finish(): void {
    this.#underWay -= 1;
    this.#wakeOne();
  }

  /** Ends the wait of everything queued. */
  rejectAll(error: unknown): void {
    const taken = this.#waiting.clear();
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

  /** An app that waits with nothing else always has a share; the others' are what is left to them. */
  #isWithinShare(app: string, rows: number, size: number): boolean {
    const mine = this.#waiting.of(app);
    const apps = this.#waiting.apps + (mine.requests.length === 0 ? 1 : 0);
    return apps > 1 && mine.rows + rows < this.#limits.rows / apps && mine.size + size < this.#limits.size / apps;
  }

  #forget(taken: readonly PendingWrite[]): void {
    this.#requests -= taken.length;
    for (const { encoded } of taken) {
      this.#rows -= encoded.rows;
      this.#size -= encoded.size;
    }
  }

  #isWorthATransaction(): boolean {
    const alone = this.#underWay === 0 || this.#closed || this.#gathered;
    return this.#requests > 0 && (alone || this.#rows >= enoughRows);
  }

  #wakeOne(): void {
    if (!this.#isWorthATransaction()) {
      this.#wakeLater();
      return;
    }
    for (const wake of this.#takers) {
      wake();
      break;
    }
  }

  #wakeLater(): void {
    if (this.#requests > 0) {
      this.#gathering ??= setTimeout(() => {
        this.#gathered = true;
        this.#wakeOne();
      }, longestGathering);
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
