import { sql } from 'kysely';
import type { AlertInstanceDetail } from '../../../src/contract/resources/alertInstances';
import type { InstanceSelection } from '../../domain/alerting/instances/AlertInstanceRepository';
import type { Tables } from '../connections/withTables';
import { cutPage, isCursor } from '../pages/cutPage';
import { instanceOf, type InstanceRow } from './instanceOf';

/** Instances of an organisation, newest first, which is the order of their ids. */
export async function listInstances(
  tables: Tables,
  selection: InstanceSelection
): Promise<{ items: AlertInstanceDetail[]; next_cursor: string | null }> {
  const { limit } = selection;
  const { rows } = await sql<InstanceRow>`
    select i.*, r.name as rule_name from alert_instances i left join alert_rules r on r.id = i.alert_rule_id
    where ${sql.join(conditions(selection), sql` and `)} order by i.id desc limit ${limit + 1}`.execute(tables);
  return cutPage(rows.map(instanceOf), limit);
}

function conditions({ statuses, severity, ruleId, search, cursor }: InstanceSelection) {
  const found = [sql`true`];
  if (statuses.length > 0) {
    found.push(sql`i.status = any(${[...statuses]}::text[])`);
  }
  if (severity !== undefined) {
    found.push(sql`i.severity = ${severity}::text`);
  }
  if (ruleId !== undefined) {
    found.push(sql`i.alert_rule_id = ${ruleId}::uuid`);
  }
  if (search !== undefined && search.trim() !== '') {
    found.push(sql`strpos(lower(i.title || chr(10) || i.labels::text), lower(${search.trim()}::text)) > 0`);
  }
  if (isCursor(cursor)) {
    found.push(sql`i.id < ${cursor}::uuid`);
  }
  return found;
}
