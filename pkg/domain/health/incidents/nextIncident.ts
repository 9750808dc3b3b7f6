import type { HealthStatus } from '../../../../src/contract/health/words';

/** What must be known of an incident that goes on. Times: epoch milliseconds. */
export interface OpenIncident {
  startedAt: number;
  worst: Exclude<HealthStatus, 'healthy'>;
  status: Exclude<HealthStatus, 'healthy'>;
}

/** What a result does to the incidents of a check; at most one thing. */
export type IncidentChange =
  | { kind: 'began'; at: number; status: OpenIncident['status'] }
  | { kind: 'worsened'; at: number }
  | { kind: 'eased'; at: number }
  | { kind: 'ended'; at: number };

export interface IncidentStep {
  /** Null where none goes on. */
  open: OpenIncident | null;
  change: IncidentChange | null;
}

/** A result as it was judged. */
export interface IncidentEvidence {
  at: number;
  status: HealthStatus;
  /** When the present run of results that did not pass cleanly began: before it was confirmed. */
  troubleSince: number | null;
  /** Planned: what begins within it is no incident, and one that goes on may end in it. */
  inMaintenance: boolean;
}

/**
 * A run of results that are not healthy is one incident, from the first of them, even where it took some more to be sure,
 * to the result that made the service healthy again.
 */
export function nextIncident(open: OpenIncident | null, evidence: IncidentEvidence): IncidentStep {
  const { at, status, troubleSince, inMaintenance } = evidence;
  if (open === null) {
    if (status === 'healthy' || inMaintenance) {
      return { open: null, change: null };
    }
    const startedAt = troubleSince ?? at;
    return { open: { startedAt, worst: status, status }, change: { kind: 'began', at: startedAt, status } };
  }
  if (status === 'healthy') {
    return { open: null, change: { kind: 'ended', at } };
  }
  if (status === open.status) {
    return { open, change: null };
  }
  const worst = open.worst === 'down' ? 'down' : status;
  return { open: { ...open, status, worst }, change: { kind: status === 'down' ? 'worsened' : 'eased', at } };
}
