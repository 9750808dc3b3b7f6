import type { AggregatePlan, RowsPlan, Selection, ValuesPlan } from './QueryPlan';
import type { Asker } from './QueryRunner';

/** One number of an answer. */
export interface Cell {
  /** The group's values, in the order of `groupBy`; the empty text where a row has none. */
  groups: readonly string[];
  /** Start of the bucket in epoch milliseconds; null: the whole range. */
  bucket: number | null;
  /** Null where there was nothing to calculate from. For `rate`: the count, not yet divided by time. */
  value: number | null;
  /** The rows' own unit where all agree and it cannot be known otherwise. */
  unit: string | null;
  /** Whether a person's or a visitor's id was among those counted; unique users only. */
  countedUsers: boolean;
  countedVisitors: boolean;
}

export interface Cells {
  /** By group, the largest first; within a group by time. */
  cells: readonly Cell[];
  /** How many groups there are, also beyond the limit. */
  groupCount: number;
  /**
   * Where they were read: raw rows, an index that covers what is asked of them, raw rows and the archive, or summaries
   * (and raw rows where those are not up to date).
   */
  source: CellSource;
}

export type CellSource = 'raw' | 'index' | 'archive' | 'summary';

/** `timestamp` in epoch milliseconds; other columns as text. */
export interface StoredRow {
  id: string;
  timestamp: number;
  columns: Readonly<Record<string, string | number | null>>;
}

export interface StoredValue {
  value: string;
  count: number;
}

export interface FirstSeenRelease {
  app: string;
  release: string;
  /** Epoch milliseconds. */
  firstSeen: number;
}

/**
 * Reads rows of the asker's organisation only. Every call is one read-only transaction with a time limit, cancelled in
 * the database when `signal` is aborted. Throws QueryError: 503 when the database is away, 504 when it took too long.
 */
export interface QueryStore {
  aggregate(plan: AggregatePlan, who: Asker, signal?: AbortSignal): Promise<Cells>;
  rows(plan: RowsPlan, who: Asker, signal?: AbortSignal): Promise<StoredRow[]>;
  values(plan: ValuesPlan, who: Asker, signal?: AbortSignal): Promise<StoredValue[]>;
  /** Names of the organisation's apps, also of those without rows. */
  appNames(who: Asker, limit: number, signal?: AbortSignal): Promise<string[]>;
  /** Releases whose first row lies in the selection's range, oldest first. */
  firstSeenReleases(selection: Selection, who: Asker, limit: number, signal?: AbortSignal): Promise<FirstSeenRelease[]>;
}
