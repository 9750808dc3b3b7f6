import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Concern, LabelSet } from '../../domain/alerting/evaluation/RuleMemory';
import { setKeyOf } from '../../domain/alerting/evaluation/LabelSets';
import type { Labels } from '../../domain/alerting/labels/labelsKey';
import type { Life } from '../../domain/alerting/lifecycle/Life';
import type { Tables } from '../connections/withTables';

/** A label set as it is kept, with its open instance. */
export interface KeptSet extends LabelSet {
  instanceId: string | null;
}

/** Labels may be longer than an index takes. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Everything that a rule remembers, as `judgeRule` wants it. The caller holds the lock of the rule's row. */
export async function readSets(tables: Tables, ruleId: string): Promise<Map<string, KeptSet>> {
  const { rows } = await sql<{ concern: Concern; labels: Labels; life: Life; instance_id: string | null }>`
    select concern, labels, life, instance_id from alert_label_sets where alert_rule_id = ${ruleId}`.execute(tables);
  return new Map(
    rows.map(({ concern, labels, life, instance_id }) => [
      setKeyOf(concern, labels),
      { concern, labels, life, instanceId: instance_id },
    ])
  );
}

export async function keepSet(
  tables: Tables,
  rule: { id: string; org_id: string | number },
  set: KeptSet
): Promise<void> {
  const { concern, labels, life, instanceId } = set;
  await sql`insert into alert_label_sets (org_id, alert_rule_id, key, concern, labels, life, instance_id)
    values (${rule.org_id}, ${rule.id}, ${hashOf(setKeyOf(concern, labels))}, ${concern}, ${JSON.stringify(labels)},
      ${JSON.stringify(life)}, ${instanceId})
    on conflict (alert_rule_id, key) do update set life = excluded.life, instance_id = excluded.instance_id`.execute(
    tables
  );
}

export async function forgetSets(tables: Tables, ruleId: string, keys: readonly string[]): Promise<void> {
  await sql`delete from alert_label_sets where alert_rule_id = ${ruleId} and key = any(${keys.map(hashOf)})`.execute(
    tables
  );
}
