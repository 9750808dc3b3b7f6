import type { AlertRuleDetail } from '../../../../src/contract/resources/alertRules';
import type { Finding } from './RuleMemory';

/** A rule that this process has taken on for a short while. */
export interface DueRule extends AlertRuleDetail {
  orgId: number;
  /** Epoch milliseconds. */
  dueAt: number;
}

/** What an evaluation came to. */
export interface Evaluation {
  finding: Finding;
  /** Epoch milliseconds at which it looked. */
  at: number;
  durationMs: number;
}

/** Where rules wait to be evaluated, and where their lives are kept. Throws StoreAway. */
export interface AlertEvaluations {
  /** Takes on rules that are due. Any number of processes may; each rule goes to one, until its lease ends. */
  claim(now: number, limit: number): Promise<DueRule[]>;
  /**
   * Makes the next step of all lives of a rule. False where the rule is no longer this process's: it was changed,
   * or the lease ran out and another took it on; then nothing is kept.
   */
  keep(rule: DueRule, evaluation: Evaluation): Promise<boolean>;
  /** Deletes what evaluations before an instant came to. Answers how many. */
  forget(before: number): Promise<number>;
}
