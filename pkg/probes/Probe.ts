import type { CheckSettings, ProbedKind } from '../../src/contract/health/kinds/kinds';
import type { CheckSecrets } from '../../src/contract/health/secrets';
import type { Observation } from '../domain/health/probing/Observation';
import type { AddressGuard } from '../lib/outbound/AddressGuard';
import type { Lookup } from '../lib/outbound/guardedLookup';

/** What a probe may use. */
export interface ProbeEdges {
  guard: AddressGuard;
  /** Ends the probe: its time is over, or nobody waits for it any more. */
  signal: AbortSignal;
  /** Milliseconds of a clock that only goes forward, whatever is set elsewhere. */
  monotonic(): number;
  /** Epoch milliseconds, for the days that a certificate has left. */
  now(): number;
  /** Authorities that are trusted besides those that Node knows, as PEM. */
  authorities?: readonly string[];
  /** For tests of names that change their meaning. */
  find?: Lookup;
}

/**
 * Looks at a service once, over connections of its own, whose addresses are checked where they are made. Says what it
 * saw, or throws what the connection says: `describeFailure` makes that fit to be shown.
 */
export type Probe<K extends ProbedKind> = (
  settings: CheckSettings[K],
  secrets: CheckSecrets,
  edges: ProbeEdges
) => Promise<Observation>;
