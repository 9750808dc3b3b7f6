import type { Filter } from '../../../../src/contract/query/Query';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { Ask } from '../evaluation/Ask';
import type { Window } from '../evaluation/windowsOf';

/** Which errors a pattern is about: an RE2 expression on the message, and on the stack where that is asked for. */
export interface ErrorText {
  regex: string;
  inStack: boolean;
}

/** An error group by what names it for ever, and what a person calls it: nothing in it is about a person. */
export interface GroupName {
  app: string;
  fingerprint: string;
  title: string;
}

/** What can be many of a group. */
export type SpreadBy = 'users' | 'pages' | 'releases';

/** Events that should be followed by others of the same session, or should not. */
export interface Sequence {
  a: readonly Filter[];
  b: readonly Filter[];
  /** Whether those are counted that were followed, or those that were not. */
  expectB: boolean;
  withinMs: number;
}

/** Latest results of one service, the newest first. */
export interface ServiceResults {
  app: string;
  service: string;
  results: ReadonlyArray<{ status: 'healthy' | 'degraded' | 'down'; at: number }>;
  /** How often it is looked at, milliseconds. */
  intervalMs: number;
}

/** When the certificate of a service ends, by the latest result that says so. Epoch milliseconds. */
export interface ServiceCertificate {
  app: string;
  service: string;
  expiresAt: number;
}

/**
 * What conditions may ask of the stored data of one organisation. Nothing in an answer points at a person. Every method
 * throws QueryProblem for what can be shown to a person: a question that cannot be asked, an answer that took too long.
 */
export interface Evidence {
  values: Ask;
  /** How many errors match, and of how many users. */
  countMatches(text: ErrorText, window: Window): Promise<{ errors: number; users: number }>;
  /** Groups whose first error lies in the window. */
  newGroups(least: Severity, window: Window): Promise<readonly GroupName[]>;
  /** Groups that came back in the window after they had been resolved. */
  regressedGroups(least: Severity, window: Window): Promise<readonly GroupName[]>;
  /** Groups with at least so many users, pages or releases in the window. */
  spreadGroups(
    by: SpreadBy,
    least: number,
    window: Window
  ): Promise<ReadonlyArray<{ group: GroupName; number: number }>>;
  /** How many events A came to their end in the window: as long after them as B had time. */
  countSequences(sequence: Sequence, window: Window): Promise<number>;
  /** Of each service (one only where it is named) the latest results of the window, `count` at most. */
  latestResults(service: string | undefined, count: number, window: Window): Promise<readonly ServiceResults[]>;
  certificates(window: Window): Promise<readonly ServiceCertificate[]>;
}

/** Where evidence of an organisation is taken from. */
export interface EvidenceSource {
  of(orgId: number, signal?: AbortSignal): Evidence;
}
