import { sql } from 'kysely';
import { unitOfCondition } from '../../../src/contract/alerting/unitOfCondition';
import type { Outcome } from '../../domain/alerting/evaluation/RuleMemory';
import type { ExternalText } from '../../domain/alerting/integrations/ExternalAlert';
import { describeInstance } from '../../domain/alerting/templates/describeInstance';
import { describeTrigger } from '../../domain/alerting/triggered/describeTrigger';
import { limitsOf } from '../../domain/alerting/triggered/limitsOf';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';
import { noteDebt } from '../notifications/noteDebt';
import { appendHistory } from './history';
import type { KeptSet } from './lives';
import { readSubject } from './readSubject';
import type { RuleRow } from './ruleOf';

/**
 * Writes what an evaluation did to one label set: its instance and a line of history for what a person wants to know.
 * Answers the set as it must be kept.
 * @param text what an instance that opens says for itself; unless given, the rule says it
 */
export async function keepOutcome(
  tables: Tables,
  rule: RuleRow,
  { set, change, value, subject }: Outcome,
  instanceId: string | null,
  now: number,
  text?: ExternalText
): Promise<KeptSet> {
  const at = new Date(now);
  if (change?.kind === 'opened') {
    const id = await openInstance(tables, rule, { set, change, value, subject }, at, text);
    await appendHistory(tables, { ...named(rule, id), kind: 'opened', details: { value } }, now);
    await noteDebt(tables, id, change);
    return { ...set, instanceId: id };
  }
  if (instanceId === null) {
    return { ...set, instanceId };
  }
  if (change?.kind === 'resolved') {
    await sql`update alert_instances set status = 'resolved', resolved_at = ${at}, resolve_reason = ${change.reason},
      last_value = coalesce(${value}::float8, last_value), updated_at = ${at}, version = version + 1
      where id = ${instanceId}`.execute(tables);
    await appendHistory(
      tables,
      { ...named(rule, instanceId), kind: 'resolved', details: { reason: change.reason, value } },
      now
    );
    await noteDebt(tables, instanceId, change);
    return { ...set, instanceId: null };
  }
  const { open } = set.life;
  await sql`update alert_instances set last_value = coalesce(${value}::float8, last_value), updated_at = ${at},
    firings = ${open?.firings ?? 0}, last_fired_at = ${open === null ? null : new Date(open.lastFiredAt)}
    where id = ${instanceId}`.execute(tables);
  if (change?.kind === 'acknowledgement expired') {
    await sql`update alert_instances set status = 'active', acknowledged_until = null, version = version + 1
      where id = ${instanceId}`.execute(tables);
  }
  if (change !== null) {
    await noteDebt(tables, instanceId, change);
    await appendHistory(tables, { ...named(rule, instanceId), kind: change.kind, details: { value } }, now);
  }
  return { ...set, instanceId };
}

async function openInstance(
  tables: Tables,
  rule: RuleRow,
  { set, change, value, subject }: Outcome,
  at: Date,
  text: ExternalText | undefined
): Promise<string> {
  const id = uuidV7(at.getTime());
  const { limit } = limitsOf(rule.condition_config);
  const unit = unitOfCondition(rule);
  const named = text === undefined ? (subject ?? (await readSubject(tables, rule.org_id, set.labels))) : undefined;
  const { title, message, severity } = text ?? describeInstance(rule, set, { value, limit, unit, subject: named });
  const isOurs = set.concern === 'condition' && text === undefined;
  const about = named === undefined ? {} : { subject: named };
  const triggered = isOurs
    ? { ...describeTrigger(rule, set.labels, value, at.getTime()), ...about }
    : (text?.triggered ?? { value, ...about });
  await sql`insert into alert_instances (id, org_id, alert_rule_id, title, message, severity, status, triggered_data,
      concern, labels, group_labels, needs_series, last_value, last_fired_at, is_flapping, created_at, updated_at)
    values (${id}, ${rule.org_id}, ${rule.id}, ${title}, ${message}, ${severity}, 'active', ${JSON.stringify(triggered)},
      ${set.concern}, ${JSON.stringify({ ...rule.labels, ...set.labels })}, ${JSON.stringify(set.labels)}, ${isOurs},
      ${value}, ${at},
      ${change?.kind === 'opened' && change.isFlapping}, ${at}, ${at})`.execute(tables);
  return id;
}

function named(rule: RuleRow, instanceId: string) {
  return { orgId: rule.org_id, ruleId: rule.id, instanceId, actor: null };
}
