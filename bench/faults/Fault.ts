import type { LedgerResult } from '../kill/Ledger';

/** One line of the table. */
export interface Outcome {
  fault: string;
  seen: string;
  expected: string;
  passed: boolean;
}

/** How long and how much, from the command line. */
export interface FaultSettings {
  /** Seconds for which PostgreSQL hangs. */
  hang: number;
  /** Seconds for which an external PostgreSQL is away. */
  away: number;
  /** Connections that send a byte a second. */
  slow: number;
  /** Seconds of load at the peak, and above it. */
  load: number;
}

/** What was seen, and what the ledger of it says. */
export interface FaultReport {
  outcomes: Outcome[];
  ledger: LedgerResult;
}

/** Provokes a fault, or a few that belong together, on servers of its own. */
export type Fault = (settings: FaultSettings) => Promise<FaultReport>;
