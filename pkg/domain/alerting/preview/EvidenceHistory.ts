import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { Window } from '../evaluation/windowsOf';
import type { ErrorText, GroupName, Sequence, ServiceResults, SpreadBy } from '../evidence/Evidence';
import type { Labels } from '../labels/labelsKey';

/** Something that is counted once, however often it happened: whose it was is only a number. Epoch milliseconds. */
export interface Moments {
  /** Ascending. */
  times: readonly number[];
  /** One for each time; equal numbers are the same user, page or release; null: of nobody. */
  whose: ReadonlyArray<number | null>;
}

/** What is needed of the rows of one group to calculate the value of any pieces together; the same index is the same row. */
export interface GroupRows {
  labels: Labels;
  /** In which piece of the stretch each is. Ascending. */
  pieces: Float64Array;
  /**
   * What the calculation reads of each, NaN where there is nothing: its number; for users and sessions a number that
   * stands for it; for shares 1 where it counts and 0 where not; for uptime the seconds that count. None for counts.
   */
  numbers?: Float64Array;
  /** What `numbers` are a part of, where that is not one a row. */
  wholes?: Float64Array;
}

/** A stretch of time cut into pieces of the same width, the first of which begins with it. Milliseconds. */
export interface Cut extends Window {
  widthMs: number;
}

/**
 * What conditions ask of the past, read at once for many evaluations. Says the same as `Evidence` does of every window
 * within the stretch. Throws QueryProblem, also where there is too much to read.
 */
export interface EvidenceHistory {
  /** Groups without rows are left out. */
  rows(query: ConditionQuery, cut: Cut): Promise<readonly GroupRows[]>;
  matches(text: ErrorText, range: Window): Promise<Moments>;
  /** Ascending by time. */
  newGroups(least: Severity, range: Window): Promise<ReadonlyArray<{ group: GroupName; at: number }>>;
  regressedGroups(least: Severity, range: Window): Promise<ReadonlyArray<{ group: GroupName; at: number }>>;
  spread(by: SpreadBy, range: Window): Promise<ReadonlyArray<Moments & { group: GroupName }>>;
  /** When events A came to their end, ascending. */
  sequences(sequence: Sequence, range: Window): Promise<readonly number[]>;
  /** All results of each service, the oldest first; `intervalMs`: how often it is looked at, where a result says so. */
  results(
    service: string | undefined,
    range: Window
  ): Promise<ReadonlyArray<OfService<ServiceResults['results'][number] & { intervalMs: number | null }>>>;
  /** What results of each service say of its certificate, the oldest first. */
  certificates(range: Window): Promise<ReadonlyArray<OfService<{ at: number; expiresAt: number }>>>;
}

export interface OfService<Result> {
  app: string;
  service: string;
  results: readonly Result[];
}

/** Where the past of an organisation is read. */
export interface HistorySource {
  historyOf(orgId: number, signal?: AbortSignal): EvidenceHistory;
}
