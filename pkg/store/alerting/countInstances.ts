import { sql } from 'kysely';
import { day, startOfDay } from '../../lib/duration';
import type { Tables } from '../connections/withTables';
import type { RuleCounts } from './ruleOf';

/** Days that a list of rules looks back, today included. */
const daysBack = 7;

/** How many instances of each rule are open, opened on each of the last days, and were kept back. */
export async function countInstances(
  tables: Tables,
  ruleIds: readonly string[],
  now: number
): Promise<Map<string, RuleCounts>> {
  const first = startOfDay(now) - (daysBack - 1) * day;
  const { rows: sets } = await sql<{ id: string; open: number; suppressed: number }>`
    select alert_rule_id as id, count(instance_id)::int as open,
      coalesce(sum((life ->> 'suppressed')::int), 0)::int as suppressed
    from alert_label_sets where alert_rule_id = any(${ruleIds}) group by 1`.execute(tables);
  const { rows: days } = await sql<{ id: string; day: number; fired: number }>`
    select alert_rule_id as id, floor(extract(epoch from created_at - ${new Date(first)}) / 86400)::int as day,
      count(*)::int as fired
    from alert_instances
    where alert_rule_id = any(${ruleIds}) and created_at >= ${new Date(first)} and concern in ('condition', 'no data')
    group by 1, 2`.execute(tables);
  const counts = new Map<string, RuleCounts>(
    ruleIds.map((id) => [id, { open_instances: 0, suppressed: 0, fired_days: Array<number>(daysBack).fill(0) }])
  );
  for (const { id, open, suppressed } of sets) {
    Object.assign(counts.get(id) ?? {}, { open_instances: open, suppressed });
  }
  for (const { id, day: index, fired } of days) {
    const own = counts.get(id)?.fired_days;
    if (own !== undefined && index < own.length) {
      own[index] = fired;
    }
  }
  return counts;
}
