import { sql } from 'kysely';
import type { Tables } from '../connections/withTables';
import { endLives } from './endLives';
import type { RuleRow } from './ruleOf';

/**
 * Deletes a rule; its instances stay, those that are open are resolved. Answers how many were open. The caller holds the
 * lock of the rule's row.
 */
export async function deleteRule(tables: Tables, rule: RuleRow, login: string, now: number): Promise<number> {
  const ended = await endLives(tables, rule, 'rule deleted', login, now);
  await sql`delete from alert_label_sets where alert_rule_id = ${rule.id}`.execute(tables);
  await tables.deleteFrom('alert_rules').where('id', '=', rule.id).execute();
  return ended;
}
