import { emptyRowSet, rawTables, type RawTable, type RowSet } from './rows';
import type { RefusedRow } from './RowWriter';

/** One item that was refused, and why. `index` counts within `kind`. */
export interface Rejection {
  index: number;
  kind: string;
  reason: string;
  /** Where it is more than one: this item and those after it. */
  count?: number;
}

interface Origin {
  index: number;
  kind: string;
}

/** What one request becomes: rows, and the account of every item of it. */
export class Batch {
  rows = emptyRowSet();
  readonly rejected: Rejection[] = [];
  readonly dropped: Record<string, number> = {};
  /** Items taken, by kind. An item of several values is one. */
  readonly accepted: Record<string, number> = {};
  /** The session id was unusable: the client should begin another session. */
  sessionInvalid = false;
  private readonly origins = new Map<RawTable, Origin[]>();

  add<T extends RawTable>(table: T, row: RowSet[T][number], kind: string, index: number): void {
    // TypeScript does not see that table and row belong together.
    (this.rows[table] as RowSet[T][number][]).push(row);
    const origins = this.origins.get(table);
    if (origins === undefined) {
      this.origins.set(table, [{ index, kind }]);
    } else {
      origins.push({ index, kind });
    }
  }

  accept(kind: string): void {
    this.accepted[kind] = (this.accepted[kind] ?? 0) + 1;
  }

  /** @param count of this and the items after it, all for the same reason */
  reject(kind: string, index: number, reason: string, count = 1): void {
    this.rejected.push(count === 1 ? { index, kind, reason } : { index, kind, reason, count });
  }

  drop(reason: string | null, count = 1): void {
    if (count > 0) {
      const name = reason ?? 'no_consent';
      this.dropped[name] = (this.dropped[name] ?? 0) + count;
    }
  }

  /** Its rows, of which it keeps none: what waits for the database should not be in memory twice. */
  takeRows(): RowSet {
    const taken = this.rows;
    this.rows = emptyRowSet();
    return taken;
  }

  /** Takes back what the database refused: an item counts as rejected once, however many rows it had. */
  refuse(refused: readonly RefusedRow[]): void {
    const seen = new Set<string>();
    for (const { table, index, reason } of refused) {
      const origin = table === 'people' || table === 'consent_decisions' ? undefined : this.origins.get(table)?.[index];
      if (origin === undefined || seen.has(`${origin.kind} ${origin.index}`)) {
        continue;
      }
      seen.add(`${origin.kind} ${origin.index}`);
      this.accepted[origin.kind] = Math.max(0, (this.accepted[origin.kind] ?? 0) - 1);
      this.reject(origin.kind, origin.index, reason);
    }
  }

  get rejectedCount(): number {
    return this.rejected.reduce((sum, { count = 1 }) => sum + count, 0);
  }

  get acceptedCount(): number {
    return Object.values(this.accepted).reduce((sum, count) => sum + count, 0);
  }

  get isEmpty(): boolean {
    const { people, consent_decisions } = this.rows;
    return people.length + consent_decisions.length === 0 && rawTables.every((table) => this.rows[table].length === 0);
  }
}
