import { sql } from 'kysely';
import { measuredUnits } from '../../../src/contract/alerting/MeasuredUnit';
import { mostInstances, type InstanceList, type NoticeInstance } from '../../domain/alerting/messages/NoticeMessage';
import type { Tables } from '../connections/withTables';
import { instanceOf, type InstanceRow } from '../alerting/instanceOf';

/** Some instances as a message tells of them, as they are now, oldest first. */
export async function noticeInstances(tables: Tables, ids: readonly string[]): Promise<InstanceList> {
  const { rows } = await sql<InstanceRow>`select *, null::text as rule_name from alert_instances
    where id = any(${[...ids]}::uuid[]) order by created_at, title limit ${mostInstances}`.execute(tables);
  return { instances: rows.map(noticeInstanceOf), count: ids.length };
}

function noticeInstanceOf(row: InstanceRow): NoticeInstance {
  // Whether it is silenced is no part of a message: then there would be none.
  const instance = instanceOf(row, [], 0);
  const { limit, unit } = instance.triggered_data;
  return {
    id: instance.id,
    title: instance.title,
    message: instance.message,
    severity: instance.severity,
    status: instance.status,
    labels: instance.labels,
    last_value: instance.last_value,
    limit: typeof limit === 'number' ? limit : null,
    unit: measuredUnits.find((each) => each === unit) ?? null,
    created_at: instance.created_at,
    acknowledged_login: instance.acknowledged_login,
    acknowledged_at: instance.acknowledged_at,
    acknowledged_until: instance.acknowledged_until,
    resolved_login: instance.resolved_login,
    resolved_at: instance.resolved_at,
    resolve_reason: instance.resolve_reason,
    assigned_to: instance.assigned_to,
  };
}
