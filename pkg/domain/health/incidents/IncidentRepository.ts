import type { Incident, IncidentDetail, UpdateIncident } from '../../../../src/contract/resources/incidents';
import type { CheckKeeper } from '../checks/HealthCheckRepository';

/** Which incidents a list shows: those that have a part between `from` and `to`, epoch milliseconds. */
export interface IncidentSelection {
  service: string | undefined;
  checkId?: string | undefined;
  open: boolean | undefined;
  from: number | undefined;
  to: number | undefined;
  limit: number;
  cursor: string | undefined;
}

/**
 * Incidents of one organisation, newest first. Undefined means "no such incident in this organisation". Writing throws
 * VersionConflict where `expected_version` is not the incident's. All throw StoreAway.
 */
export interface IncidentRepository {
  list(who: CheckKeeper, selection: IncidentSelection): Promise<{ items: Incident[]; next_cursor: string | null }>;
  get(who: CheckKeeper, id: string): Promise<IncidentDetail | undefined>;
  comment(who: CheckKeeper, id: string, comment: string): Promise<IncidentDetail | undefined>;
  update(who: CheckKeeper, id: string, change: UpdateIncident): Promise<IncidentDetail | undefined>;
}
