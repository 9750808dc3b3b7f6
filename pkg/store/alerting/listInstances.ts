import { sql } from 'kysely';
import type { AlertCounts, AlertInstanceDetail } from '../../../src/contract/resources/alertInstances';
import type { InstanceFilters, InstanceSelection } from '../../domain/alerting/instances/AlertInstanceRepository';
import type { Tables } from '../connections/withTables';
import { cutPage, isCursor } from '../pages/cutPage';
import type { InstanceRow } from './instanceOf';
import { selectInstances } from './selectInstances';

/** Instances of an organisation, newest first, which is the order of their ids. */
export async function listInstances(
  tables: Tables,
  selection: InstanceSelection,
  answer: (row: InstanceRow) => AlertInstanceDetail
): Promise<{ items: AlertInstanceDetail[]; next_cursor: string | null }> {
  const { limit } = selection;
  const { rows } = await sql<InstanceRow>`
    select i.*, r.name as rule_name from alert_instances i left join alert_rules r on r.id = i.alert_rule_id
    where ${sql.join(conditions(selection), sql` and `)} order by i.id desc limit ${limit + 1}`.execute(tables);
  return cutPage(rows.map(answer), limit);
}

/** How many instances there are of each status and severity. */
export async function countInstances(tables: Tables, filters: InstanceFilters): Promise<AlertCounts> {
  const { rows } = await sql<{
    status: keyof AlertCounts;
    severity: keyof AlertCounts['active'];
    instances: number;
  }>`select i.status, i.severity, count(*)::int as instances
    from alert_instances i left join alert_rules r on r.id = i.alert_rule_id
    where ${sql.join(selectInstances(filters), sql` and `)} group by 1, 2`.execute(tables);
  const none = { critical: 0, high: 0, medium: 0, low: 0 };
  const counts: AlertCounts = { active: { ...none }, acknowledged: { ...none }, resolved: { ...none } };
  for (const { status, severity, instances } of rows) {
    counts[status][severity] = instances;
  }
  return counts;
}

function conditions(selection: InstanceSelection) {
  const { statuses, severities, cursor } = selection;
  const found = selectInstances(selection);
  if (statuses.length > 0) {
    found.push(sql`i.status = any(${[...statuses]}::text[])`);
  }
  if (severities.length > 0) {
    found.push(sql`i.severity = any(${[...severities]}::text[])`);
  }
  if (isCursor(cursor)) {
    found.push(sql`i.id < ${cursor}::uuid`);
  }
  return found;
}
