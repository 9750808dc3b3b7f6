import type { CheckReport, RunnableCheck } from '../probing/CheckRunner';

/** A check that this process has taken on for a short while. */
export interface DueCheck extends RunnableCheck {
  id: string;
  /** Epoch milliseconds; may be a moment ahead. */
  dueAt: number;
  retries: number;
  retry_interval_seconds: number;
}

/** What looking came to, retries included. */
export interface Look {
  /** Epoch milliseconds at which it was over. */
  at: number;
  /** Undefined: there is nothing to say yet. */
  report: CheckReport | undefined;
  attempts: number;
  /** Of the process that looked. */
  location: string;
}

/** Where checks wait to be looked at, and where results are kept. Throws StoreAway. */
export interface DueChecks {
  /** Takes on checks that are due until `until`. Any number of processes may; each check goes to one, until its lease ends. */
  claim(now: number, until: number, limit: number): Promise<DueCheck[]>;
  /** Keeps a check for another attempt until then. False where it is no longer this process's. */
  renew(check: DueCheck, until: number): Promise<boolean>;
  /**
   * Keeps a result with all that follows from it. False where the check is no longer this process's: it was changed, or
   * the lease ran out and another took it on; then nothing is kept.
   */
  keep(check: DueCheck, look: Look): Promise<boolean>;
  /** Gives a check back that was not looked at. */
  release(check: DueCheck): Promise<void>;
}
