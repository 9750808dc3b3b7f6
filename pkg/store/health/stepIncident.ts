import { sql, type Selectable } from 'kysely';
import { type IncidentEvidence, nextIncident, type OpenIncident } from '../../domain/health/incidents/nextIncident';
import { uuidV7 } from '../../lib/uuidV7';
import type { Schema } from '../connections/Schema';
import type { Tables } from '../connections/withTables';
import type { CheckRow } from './checkOf';
import { appendIncidentLine } from './incidentHistory';

type IncidentRow = Selectable<Schema['incidents']>;

/** Makes the next step of the incidents of a check. Answers the open one's id. The caller holds the lock of the check's row. */
export async function stepIncident(
  tables: Tables,
  check: Pick<CheckRow, 'id' | 'org_id' | 'service_name' | 'open_incident_id'>,
  { error, ...evidence }: IncidentEvidence & { error: string | null }
): Promise<string | null> {
  const { at, status } = evidence;
  const before = await readOpen(tables, check.open_incident_id);
  const { open, change } = nextIncident(before, evidence);
  if (change === null) {
    return before === null ? null : check.open_incident_id;
  }
  const id = change.kind === 'began' ? uuidV7(at) : check.open_incident_id;
  if (id === null) {
    return null;
  }
  if (change.kind === 'began' && open !== null) {
    await sql`insert into incidents (id, org_id, check_id, service_name, started_at, status, worst_status, cause)
      values (${id}, ${check.org_id}, ${check.id}, ${check.service_name}, ${new Date(open.startedAt)}, ${open.status},
        ${open.worst}, ${error ?? `the service is ${status}`})`.execute(tables);
  } else {
    await sql`update incidents set ended_at = ${open === null ? new Date(at) : null}, version = version + 1,
      status = coalesce(${open?.status ?? null}, status), worst_status = coalesce(${open?.worst ?? null}, worst_status)
      where id = ${id}`.execute(tables);
  }
  const line = { orgId: check.org_id, incidentId: id, kind: change.kind, at: change.at, actor: null };
  await appendIncidentLine(tables, { ...line, details: { status, ...(error !== null && { error }) } }, at);
  return open === null ? null : id;
}

async function readOpen(tables: Tables, id: string | null): Promise<OpenIncident | null> {
  if (id === null) {
    return null;
  }
  const { rows } = await sql<IncidentRow>`select * from incidents where id = ${id} and ended_at is null`.execute(
    tables
  );
  const [row] = rows;
  return row === undefined
    ? null
    : { startedAt: row.started_at.getTime(), worst: row.worst_status, status: row.status };
}
