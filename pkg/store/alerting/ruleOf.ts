import type { Selectable } from 'kysely';
import type { AlertRuleDetail } from '../../../src/contract/resources/alertRules';
import type { Schema } from '../connections/Schema';

export type RuleRow = Selectable<Schema['alert_rules']>;

/** A rule as callers see it. */
export function ruleOf(row: RuleRow, openInstances: number): AlertRuleDetail {
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
    open_instances: openInstances,
  };
}
