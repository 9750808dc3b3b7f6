import type { PendingWrite } from './PendingWrite';

interface Lane {
  requests: PendingWrite[];
  rows: number;
  size: number;
}

const empty: Readonly<Lane> = { requests: [], rows: 0, size: 0 };

/** Requests that wait, in a lane for each app: whoever brings much waits behind its own, not in front of others. */
export class AppLanes {
  readonly #lanes = new Map<string, Lane>();

  /** How many apps have something waiting. */
  get apps(): number {
    return this.#lanes.size;
  }

  /** What waits of one app. */
  of(app: string): Readonly<Lane> {
    return this.#lanes.get(app) ?? empty;
  }

  push(pending: PendingWrite): void {
    const { app } = pending.encoded;
    const lane = this.#lanes.get(app) ?? { requests: [], rows: 0, size: 0 };
    this.#lanes.set(app, lane);
    lane.requests.push(pending);
    lane.rows += pending.encoded.rows;
    lane.size += pending.encoded.size;
  }

  /** One request of each app in turn, each app's own in order, up to `maxRows`; at least one where any waits. */
  take(maxRows: number): PendingWrite[] {
    const taken: PendingWrite[] = [];
    let rows = 0;
    for (const [app, lane] of this.#turns()) {
      const next = lane.requests[0];
      if (next === undefined || (taken.length > 0 && rows + next.encoded.rows > maxRows)) {
        break;
      }
      lane.requests.shift();
      lane.rows -= next.encoded.rows;
      lane.size -= next.encoded.size;
      rows += next.encoded.rows;
      taken.push(next);
      this.#lanes.delete(app);
      if (lane.requests.length > 0) {
        // Behind the others, also for the next batch.
        this.#lanes.set(app, lane);
      }
    }
    return taken;
  }

  /** Everything, and nothing is left. */
  clear(): PendingWrite[] {
    const all = [...this.#lanes.values()].flatMap((lane) => lane.requests);
    this.#lanes.clear();
    return all;
  }

  *#turns(): Iterable<[string, Lane]> {
    for (;;) {
      const [first] = this.#lanes;
      if (first === undefined) {
        return;
      }
      yield first;
    }
  }
}
