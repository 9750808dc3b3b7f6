import { LimitedMap } from '../../lib/LimitedMap';
import { hour, minute } from '../../lib/duration';
import { hourOf, type Touch, type Touched } from './touchedBuckets';

/** A row of `summary_dirty`. `bucket` in epoch milliseconds. */
export interface DirtyMark {
  org_id: number;
  app_id: string;
  kind: Touch['kind'];
  grain: 'minute' | 'hour';
  bucket: number;
}

/** Rows of a minute from which on an hour of them would take too long to calculate anew: 300 a second. */
const manyRows = 300 * 60;

/**
 * Turns what a batch touches into marks for the log of dirty buckets: one a kind, app and hour. An app of which very much
 * comes in is marked by the minute. Vitals never are: their reports replace each other across minutes.
 */
export class DirtyMarks {
  readonly #now: () => number;
  /** Hour of the last report of a vital: when a newer one takes its place, that hour counts one less. */
  readonly #vitals = new LimitedMap<string, number>(50_000);
  /** Rows of this minute and the one before, by kind and app. */
  #counts = new Map<string, number>();
  #before = new Map<string, number>();
  #minute = 0;

  /** @param now epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The marks of a batch, in one order for everybody. Called before the batch is written, also when it is tried again. */
  of(requests: readonly Touched[]): DirtyMark[] {
    const marks = new Map<string, DirtyMark>();
    const add = (touch: Touch, grain: DirtyMark['grain'], bucket: number): void => {
      const { org_id, app_id, kind } = touch;
      marks.set(`${kind} ${app_id} ${grain} ${bucket}`, { org_id, app_id, kind, grain, bucket });
    };
    for (const { touches, vitals } of requests) {
      for (const touch of touches.values()) {
        const grain = this.#isByMinute(touch) ? 'minute' : 'hour';
        add(touch, grain, grain === 'minute' ? touch.minute : hourOf(touch.minute));
      }
      for (const { key, touch } of vitals) {
        const reported = hourOf(touch.minute);
        const before = this.#vitals.get(key);
        if (before !== undefined && before < reported) {
          add(touch, 'hour', before);
        }
        this.#vitals.set(key, Math.max(before ?? reported, reported));
      }
    }
    return [...marks].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, mark]) => mark);
  }

  #isByMinute({ kind, app_id, minute: start, rows }: Touch): boolean {
    const now = this.#now();
    const current = Math.floor(now / minute);
    if (current !== this.#minute) {
      this.#before = current === this.#minute + 1 ? this.#counts : new Map();
      this.#counts = new Map();
      this.#minute = current;
    }
    const key = `${kind} ${app_id}`;
    const count = (this.#counts.get(key) ?? 0) + rows;
    this.#counts.set(key, count);
    const many = Math.max(count, this.#before.get(key) ?? 0) >= manyRows;
    // What is loaded from the past is done by the hour: nobody waits for its minutes.
    return many && kind !== 'performance' && start >= now - 2 * hour;
  }
}
