import type { ClientBase } from 'pg';
import { LimitedMap } from '../../lib/LimitedMap';
import { ensureDay } from '../partitions/ensureDaysAhead';
import { sqlState } from '../connections/sqlState';

/** 22008: the day is so far away that no partition is made for it. Its rows are refused by the insert. */
const tooFar = '22008';

/** Sees to it that the days a batch needs have partitions; remembers which have. */
export class DayKeeper {
  readonly #known = new LimitedMap<string, true>(5_000);

  /** @param days as in EncodedRows: `performance_data 2026-11-23` */
  async ensure(client: ClientBase, days: Iterable<string>): Promise<void> {
    for (const entry of days) {
      if (this.#known.has(entry)) {
        continue;
      }
      const [table = '', day = ''] = entry.split(' ');
      try {
        await ensureDay(client, [table], day);
      } catch (error) {
        if (sqlState(error) !== tooFar) {
          throw error;
        }
      }
      this.#known.set(entry, true);
    }
  }

  /** After a row found no partition: retention may have dropped what was known. */
  forget(): void {
    this.#known.clear();
  }
}
