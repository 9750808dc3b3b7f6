import type { Assertion, AssertionOutcome } from '../../../../src/contract/health/assertions';
import type { CheckSecrets } from '../../../../src/contract/health/secrets';
import type { CheckKind } from '../../../../src/contract/health/kinds/kinds';
import type { Beat } from '../heartbeats/Beat';
import type { ProbeOutcome } from '../status/CheckMemory';
import type { Observation } from './Observation';

/** What it takes to look at a service. */
export interface RunnableCheck {
  orgId: number;
  kind: CheckKind;
  settings: Readonly<Record<string, unknown>>;
  assertions: readonly Assertion[];
  timeout_ms: number;
  secrets: CheckSecrets;
  /** Of a heartbeat: its last report, and since when one is waited for (epoch milliseconds). */
  lastBeat: Beat | null;
  waitingSince: number;
}

/** What one look came to. */
export interface CheckReport extends Pick<Observation, 'durationMs' | 'phases' | 'details'> {
  outcome: ProbeOutcome['outcome'];
  /** Short, and safe to show to anybody; null where it passed. */
  error: string | null;
  assertions: AssertionOutcome[];
}

/**
 * Looks at services. Ends after the check's time whatever the other side does, and never throws for what it does. Throws
 * CheckProblem where the check itself cannot be asked.
 */
export interface CheckRunner {
  /** Undefined where there is nothing to say yet: no report is due, no data came in. */
  run(check: RunnableCheck, stopping?: AbortSignal): Promise<CheckReport | undefined>;
}
