import type { AlertInstanceDetail } from '../../../src/contract/resources/alertInstances';

type Times = 'acknowledged_at' | 'resolved_at' | 'created_at' | 'last_fired_at' | 'acknowledged_until' | 'updated_at';

/** A row of `alert_instances` with the name of its rule, as the database gives it. */
export interface InstanceRow extends Omit<AlertInstanceDetail, Times | 'firings' | 'assigned_to'> {
  org_id: string;
  acknowledged_at: Date | null;
  resolved_at: Date | null;
  created_at: Date;
  last_fired_at: Date | null;
  acknowledged_until: Date | null;
  updated_at: Date;
  firings: string;
  assigned_login: string | null;
}

/** An instance as callers see it. */
export function instanceOf(row: InstanceRow): AlertInstanceDetail {
  return {
    id: row.id,
    alert_rule_id: row.alert_rule_id,
    rule_name: row.rule_name,
    title: row.title,
    message: row.message,
    severity: row.severity,
    status: row.status,
    concern: row.concern,
    labels: row.labels,
    triggered_data: row.triggered_data,
    last_value: row.last_value,
    last_fired_at: iso(row.last_fired_at),
    firings: Number(row.firings),
    is_flapping: row.is_flapping,
    acknowledged_by: row.acknowledged_by,
    acknowledged_login: row.acknowledged_login,
    acknowledged_at: iso(row.acknowledged_at),
    acknowledged_until: iso(row.acknowledged_until),
    resolved_by: row.resolved_by,
    resolved_login: row.resolved_login,
    resolved_at: iso(row.resolved_at),
    resolve_reason: row.resolve_reason,
    assigned_to: row.assigned_login,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

function iso(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
