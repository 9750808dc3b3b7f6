/**
 * What people have yet to be told of an instance. Only the latest counts: who never heard that it opened need not hear
 * that it ended.
 */
export type Owed = 'opened' | 'reminder' | 'acknowledgement expired' | 'resolved';

export interface Debt {
  /** Somebody was told that it opened. */
  isAnnounced: boolean;
  owed: Owed | null;
}

/** An instance that nobody was told anything of. */
export const noDebt: Debt = { isAnnounced: false, owed: null };
