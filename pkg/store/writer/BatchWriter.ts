import type { Client } from 'pg';
import type { RefusedRow } from '../../domain/ingest/RowWriter';
import type { ConsentRow, Person } from '../../domain/ingest/rows';
import { second } from '../../lib/duration';
import { LimitedMap } from '../../lib/LimitedMap';
import { commitRows } from './commitRows';
import { DayKeeper } from './DayKeeper';
import { DirtyMarks } from './DirtyMarks';
import type { DeviceRow, EncodedRows } from './encodeRows';
import { refusalOf, refusalReason } from './refusal';
import { pickRows, rowPositions, type RowPosition } from './pickRows';
import type { PendingWrite } from './PendingWrite';

/** Keeps the persons that rows refer to. Answers the reasons of those it refused, by index. */
export interface PersonKeeper {
  keep(people: readonly Person[]): Promise<Map<number, string>>;
}

/** A deadlock or a serialisation failure that comes back this often is no accident. */
const tries = 4;
/** Who sends once more what is stored is seldom alone: for so long rows are inserted as if they could be there. */
const repeatsFor = 10 * second;

/** Turns queued requests into transactions, and finds the rows that a transaction fails for. */
export class BatchWriter {
  readonly #people: PersonKeeper;
  readonly #days = new DayKeeper();
  readonly #knownDevices = new LimitedMap<string, true>(50_000);
  /** Every request of a visitor says the decision again. */
  readonly #knownConsents = new LimitedMap<string, true>(50_000);
  readonly #marks: DirtyMarks;
  readonly #now: () => number;
  #lastRepeat = -Infinity;

  /** @param now epoch milliseconds */
  constructor(people: PersonKeeper, now: () => number) {
    this.#people = people;
    this.#now = now;
    this.#marks = new DirtyMarks(now);
  }

  /**
   * Writes a batch and answers for each of its requests the rows that were refused. Rows of one batch share a
   * transaction; only when the database refuses it is it split in halves until the rows at fault stand alone.
   * Throws where the database cannot be asked.
   */
  async write(client: Client, batch: readonly PendingWrite[]): Promise<RefusedRow[][]> {
    const refusedPeople = await this.#keepPeople(batch);
    const refusedRows = await this.#writeRequests(client, batch);
    return batch.map((_pending, index) => [...(refusedPeople[index] ?? []), ...(refusedRows[index] ?? [])]);
  }

  async #keepPeople(batch: readonly PendingWrite[]): Promise<RefusedRow[][]> {
    const people = batch.flatMap(({ encoded }) => encoded.people);
    if (people.length === 0) {
      return [];
    }
    const reasons = await this.#people.keep(people);
    let offset = 0;
    return batch.map(({ encoded }) => {
      const first = offset;
      offset += encoded.people.length;
      return encoded.people.flatMap((_person, index): RefusedRow[] => {
        const reason = reasons.get(first + index);
        return reason === undefined ? [] : [{ table: 'people', index, reason }];
      });
    });
  }

  async #writeRequests(client: Client, batch: readonly PendingWrite[]): Promise<RefusedRow[][]> {
    const failure = await this.#commit(
      client,
      batch.map(({ encoded }) => encoded)
    );
    if (failure === undefined) {
      return batch.map(() => []);
    }
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) {
      return [await this.#isolate(client, only.encoded, rowPositions(only.encoded), failure)];
    }
    const middle = batch.length >> 1;
    const left = await this.#writeRequests(client, batch.slice(0, middle));
    return [...left, ...(await this.#writeRequests(client, batch.slice(middle)))];
  }

  async #isolate(
    client: Client,
    request: EncodedRows,
    positions: readonly RowPosition[],
    failure: unknown
  ): Promise<RefusedRow[]> {
    if (positions.length <= 1) {
      return positions.map((position) => ({ ...position, reason: refusalReason(failure) }));
    }
    const middle = positions.length >> 1;
    const refused: RefusedRow[] = [];
    for (const half of [positions.slice(0, middle), positions.slice(middle)]) {
      const halfFailure = await this.#commit(client, [pickRows(request, half)]);
      if (halfFailure !== undefined) {
        refused.push(...(await this.#isolate(client, request, half, halfFailure)));
      }
    }
    return refused;
  }

  /** Undefined: committed. Otherwise the error by which the database refused the data; any other is thrown. */
  async #commit(client: Client, requests: readonly EncodedRows[]): Promise<unknown> {
    let conflicts = 0;
    let daysForgotten = false;
    for (;;) {
      const repeats = this.#expectsRepeats ? 'dropped' : 'refused';
      try {
        await this.#commitOnce(client, requests, repeats);
        return undefined;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === 'repeat' && repeats === 'refused') {
          this.#lastRepeat = this.#now();
        } else if (refusal === 'no partition' && !daysForgotten) {
          this.#days.forget();
          daysForgotten = true;
        } else if (refusal === 'conflict' && conflicts < tries - 1) {
          conflicts += 1;
        } else if (refusal === 'conflict' || refusal === 'other') {
          throw error;
        } else {
          return error;
        }
      }
    }
  }

  /** A clock that was set back must not make it last. */
  get #expectsRepeats(): boolean {
    const age = this.#now() - this.#lastRepeat;
    return age >= 0 && age < repeatsFor;
  }

  async #commitOnce(client: Client, requests: readonly EncodedRows[], repeats: 'dropped' | 'refused'): Promise<void> {
    const newDevices = new Map<string, DeviceRow>();
    const newConsents = new Map<string, ConsentRow>();
    for (const request of requests) {
      await this.#days.ensure(client, request.days);
      for (const [key, row] of request.devices) {
        if (!this.#knownDevices.has(key)) {
          newDevices.set(key, row);
        }
      }
      for (const [key, row] of request.consents) {
        if (!this.#knownConsents.has(key)) {
          newConsents.set(key, row);
        }
      }
    }
    if (newConsents.size === 0 && requests.every((request) => request.rows === 0)) {
      return;
    }
    const marks = this.#marks.of(requests.map(({ touched }) => touched));
    const news = { devices: [...newDevices.values()], consents: [...newConsents.values()] };
    await commitRows(client, requests, news, marks, repeats);
    for (const key of newDevices.keys()) {
      this.#knownDevices.set(key, true);
    }
    for (const key of newConsents.keys()) {
      this.#knownConsents.set(key, true);
    }
  }
}
