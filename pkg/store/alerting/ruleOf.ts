import type { Selectable } from 'kysely';
import type { AlertRuleDetail } from '../../../src/contract/resources/alertRules';
import type { Schema } from '../connections/Schema';

export type RuleRow = Selectable<Schema['alert_rules']>;

/** What is counted of a rule's instances. */
export type RuleCounts = Pick<AlertRuleDetail, 'open_instances' | 'fired_days' | 'suppressed'>;

const noCounts: RuleCounts = { open_instances: 0, fired_days: [0, 0, 0, 0, 0, 0, 0], suppressed: 0 };

/** A rule as callers see it; without counts where there can be none, or nobody asks. */
export function ruleOf(
  row: RuleRow,
  { open_instances, fired_days, suppressed }: RuleCounts = noCounts
): AlertRuleDetail {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    condition_type: row.condition_type,
    condition_config: row.condition_config,
    severity: row.severity,
    enabled: row.enabled,
    notification_channels: row.notification_channels,
    cooldown_minutes: row.cooldown_minutes,
    last_triggered: row.last_triggered?.toISOString() ?? null,
    created_by: row.created_by,
    created_at: row.created_at.toISOString(),
    labels: row.labels,
    title_template: row.title_template,
    message_template: row.message_template,
    no_data: row.no_data,
    on_error: row.on_error,
    keep_firing_minutes: row.keep_firing_minutes,
    reminder_minutes: row.reminder_minutes,
    max_label_sets: row.max_label_sets,
    stale_hours: row.stale_hours,
    version: row.version,
    updated_at: row.updated_at.toISOString(),
    last_evaluation: row.last_evaluation,
    missed_evaluations: Number(row.missed_evaluations),
    open_instances,
    fired_days,
    suppressed,
  };
}
