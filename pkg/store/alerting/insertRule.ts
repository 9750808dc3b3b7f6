import type { CreateAlertRule } from '../../../src/contract/resources/alertRules';
import type { RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import { ruleDefaults } from '../../domain/alerting/rules/ruleDefaults';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';
import { keepStaff } from '../people/keepStaff';
import type { RuleRow } from './ruleOf';

/** Adds a rule with what it says, and the defaults of what it does not say. */
export async function insertRule(
  tables: Tables,
  masterKey: Buffer,
  who: RuleKeeper,
  rule: CreateAlertRule,
  now: number
): Promise<RuleRow> {
  const at = new Date(now);
  const given = { ...ruleDefaults, ...rule };
  return tables
    .insertInto('alert_rules')
    .values({
      id: uuidV7(now),
      org_id: who.orgId,
      name: rule.name,
      description: given.description,
      condition_type: rule.condition_type,
      condition_config: JSON.stringify(rule.condition_config),
      severity: rule.severity,
      enabled: given.enabled,
      notification_channels: [...given.notification_channels],
      cooldown_minutes: given.cooldown_minutes,
      created_by: await keepStaff(tables, masterKey, who),
      created_at: at,
      labels: JSON.stringify(given.labels),
      title_template: given.title_template,
      message_template: given.message_template,
      no_data: given.no_data,
      on_error: given.on_error,
      keep_firing_minutes: given.keep_firing_minutes,
      reminder_minutes: given.reminder_minutes,
      max_label_sets: given.max_label_sets,
      stale_hours: given.stale_hours,
      updated_at: at,
      next_evaluation_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
