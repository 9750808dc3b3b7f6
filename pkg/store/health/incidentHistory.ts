import { sql } from 'kysely';
import type { IncidentEntry } from '../../../src/contract/resources/incidents';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';

/** Something that happened to an incident. */
export interface IncidentLine {
  orgId: number | string;
  incidentId: string;
  kind: IncidentEntry['kind'];
  /** Epoch milliseconds. */
  at: number;
  /** Null: by the system. */
  actor: string | null;
  comment?: string | undefined;
  details?: Readonly<Record<string, unknown>>;
}

/** Adds a line to the timeline of an incident, in the transaction of what it tells. */
export async function appendIncidentLine(tables: Tables, line: IncidentLine, now: number): Promise<void> {
  await sql`insert into incident_history (id, org_id, incident_id, at, actor, kind, comment, details)
    values (${uuidV7(now)}, ${line.orgId}, ${line.incidentId}, ${new Date(line.at)}, ${line.actor}, ${line.kind},
      ${line.comment ?? null}, ${JSON.stringify(line.details ?? {})})`.execute(tables);
}
