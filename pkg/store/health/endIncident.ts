import { sql } from 'kysely';
import type { Tables } from '../connections/withTables';
import type { CheckRow } from './checkOf';
import { appendIncidentLine } from './incidentHistory';

/** Ends the open incident of a check of which nobody will see the end. The caller holds the lock of the check's row. */
export async function endIncident(
  tables: Tables,
  { org_id: orgId, open_incident_id: incidentId }: Pick<CheckRow, 'org_id' | 'open_incident_id'>,
  reason: string,
  now: number
): Promise<void> {
  if (incidentId === null) {
    return;
  }
  await sql`update incidents set ended_at = greatest(started_at, ${new Date(now)}), version = version + 1
    where id = ${incidentId}`.execute(tables);
  await appendIncidentLine(
    tables,
    { orgId, incidentId, kind: 'ended', at: now, actor: null, details: { reason } },
    now
  );
}
