import type { NoDataPolicy } from '../../../../src/contract/alerting/words';

/**
 * What must be known of one set of labels of a rule to judge its next evaluation, and all that must survive a restart.
 * Times are epoch milliseconds.
 */
export interface Life {
  /** Since when it fires without being open yet; null where it does not wait. */
  pendingSince: number | null;
  /** Its instance, while it has one that is not resolved: never more than one. */
  open: OpenInstance | null;
  /** When its latest instance was resolved. */
  resolvedAt: number | null;
  /** A person resolved it, and no evaluation was normal since. */
  awaitsNormal: boolean;
  /** When its latest instances opened, oldest first, as far back as flapping looks. */
  openings: readonly number[];
  /** Latest evaluation that had data. */
  lastDataAt: number | null;
  /** Firings since the latest instance that were not let through. */
  suppressed: number;
}

/** An instance that is not resolved. */
export interface OpenInstance {
  status: 'active' | 'acknowledged';
  openedAt: number;
  /** Evaluations that fired while it was open, the first one included. */
  firings: number;
  lastFiredAt: number;
  /** When an acknowledgement ends by itself; null: never, or not acknowledged. */
  acknowledgedUntil: number | null;
  /** When somebody was last told that it is active. */
  toldAt: number;
  /** Since when all evaluations with data were beyond the recovery value. */
  recoveringSince: number | null;
  /** Opened so often of late that it stays open until it has been quiet for a while. */
  isFlapping: boolean;
}

/** A set of labels that was never seen. */
export const newLife: Life = {
  pendingSince: null,
  open: null,
  resolvedAt: null,
  awaitsNormal: false,
  openings: [],
  lastDataAt: null,
  suppressed: 0,
};

/** What a rule says about the lives of its label sets. Durations are milliseconds. */
export interface LifeSettings {
  /** How long it must fire before an instance opens. */
  forMs: number;
  /** How long it must be recovered before its instance is resolved. */
  keepFiringMs: number;
  /** The least time between a resolve and the next instance. */
  cooldownMs: number;
  /** How often to tell again that an instance is active; null: never. */
  reminderMs: number | null;
  /** What an evaluation without data means. `alert` opens an instance of its own, elsewhere, and changes nothing here. */
  noData: NoDataPolicy;
  /** After how long without data an instance is resolved. */
  staleMs: number;
}

/** What an evaluation says about one set of labels. */
export type Observation =
  | { outcome: 'firing' }
  /** Below the threshold; `isRecovered` where it is beyond the recovery value too. */
  | { outcome: 'normal'; isRecovered: boolean }
  | { outcome: 'no data' }
  | { outcome: 'error' };

export type ResolveReason = 'recovered' | 'stale' | 'by hand' | 'rule changed' | 'rule disabled' | 'rule deleted';

/** What became of a life; at most one thing a step. */
export type Change =
  | { kind: 'pending' }
  | { kind: 'cleared' }
  | { kind: 'opened'; isFlapping: boolean }
  | { kind: 'suppressed' }
  | { kind: 'reminder' }
  | { kind: 'acknowledged' }
  | { kind: 'unacknowledged' }
  | { kind: 'acknowledgement expired' }
  | { kind: 'resolved'; reason: ResolveReason };

export interface Step {
  life: Life;
  /** Null where nothing happened that anybody need be told of or that a history keeps. */
  change: Change | null;
}
