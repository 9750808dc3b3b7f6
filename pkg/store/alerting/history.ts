import { sql } from 'kysely';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';

/** Something that happened to an instance. */
export interface HistoryEntry {
  orgId: number | string;
  ruleId: string;
  instanceId: string;
  /** Null: by the system. */
  actor: string | null;
  kind: string;
  comment?: string | undefined;
  details?: Readonly<Record<string, unknown>>;
}

/** Adds a line to the history of an instance, in the transaction of what it tells. */
export async function appendHistory(tables: Tables, entry: HistoryEntry, now: number): Promise<void> {
  await sql`insert into alert_history (id, org_id, alert_rule_id, alert_instance_id, at, actor, kind, comment, details)
    values (${uuidV7(now)}, ${entry.orgId}, ${entry.ruleId}, ${entry.instanceId}, ${new Date(now)}, ${entry.actor},
      ${entry.kind}, ${entry.comment ?? null}, ${JSON.stringify(entry.details ?? {})})`.execute(tables);
}
