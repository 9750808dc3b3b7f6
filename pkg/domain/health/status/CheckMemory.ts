import type { HealthStatus } from '../../../../src/contract/health/words';

/** What must be known of a check to judge its next result, and all that must survive a restart. Times: epoch milliseconds. */
export interface CheckMemory {
  /** Null before the first result. */
  status: HealthStatus | null;
  statusSince: number | null;
  failuresInARow: number;
  successesInARow: number;
  /** When the present run of results that did not pass cleanly began: what a later incident counts from. */
  troubleSince: number | null;
  /** The latest results, oldest first: whether each failed. */
  recent: readonly boolean[];
}

/** A check without a result. */
export const newCheckMemory: CheckMemory = {
  status: null,
  statusSince: null,
  failuresInARow: 0,
  successesInARow: 0,
  troubleSince: null,
  recent: [],
};

/** What a probe, after its retries, came to. */
export interface ProbeOutcome {
  at: number;
  /** `warned`: it passed, but an assertion that only warns did not hold. */
  outcome: 'passed' | 'warned' | 'failed';
  responseTimeMs: number | null;
}

/** What a check says about how its results are read. */
export interface StatusRules {
  failuresToDown: number;
  successesToRecover: number;
  /** A probe that passed but took longer is degraded; null: no time is too long. */
  degradedMs: number | null;
  /** Share of failures among the latest results above which the service is degraded; null: no share is. */
  degradedErrorRate: number | null;
}
