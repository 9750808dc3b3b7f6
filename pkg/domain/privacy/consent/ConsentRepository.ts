import type { ConsentCount, ConsentDecision } from '../../../../src/contract/resources/consent';

/** Whose organisation it is, and who asks. */
export interface ConsentReader {
  orgId: number;
  login: string;
}

/** Days are `YYYY-MM-DD`, both included. */
export interface ConsentSelection {
  appId: string | undefined;
  from: string;
  to: string;
  limit: number;
  cursor: string | undefined;
}

/** What visitors decided about being measured. */
export interface ConsentRepository {
  /** Counts by day, app, mode and decision, newest day first. */
  count(
    who: ConsentReader,
    selection: ConsentSelection
  ): Promise<{ items: ConsentCount[]; next_cursor: string | null }>;
  /** Every decision of a pseudonym, newest first. */
  ofSubject(who: ConsentReader, subject: string): Promise<ConsentDecision[]>;
  /** Deletes every decision of a pseudonym; the audit log keeps how many, and not whose. Answers how many. */
  erase(who: ConsentReader, subject: string): Promise<number>;
}
