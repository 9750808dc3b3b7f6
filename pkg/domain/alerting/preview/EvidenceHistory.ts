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

/** What of the rows of one piece of time is needed to calculate the value of any number of pieces together. */
export type Part =
  /** `rows`: how many there are; `sum`: of their numbers, or of the seconds that count; `of`: what it is a share of. */
  | { rows: number; sum: number; of: number }
  | { rows: number; min: number; max: number }
  /** Every number, in any order. */
  | { rows: number; numbers: Float64Array }
  /** Numbers that stand for users or sessions, each once. */
  | { rows: number; ids: Float64Array };

/** One group's parts, in the order of their pieces; pieces without rows are left out. */
export interface GroupParts {
  labels: Labels;
  pieces: readonly number[];
  parts: readonly Part[];
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
  parts(query: ConditionQuery, cut: Cut): Promise<readonly GroupParts[]>;
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
