import type { AlertInstanceDetail, Silencing } from '../../../src/contract/resources/alertInstances';
import type { Mute, MutedSubject } from '../../domain/alerting/silences/Mute';
import { silencedAt } from '../../domain/alerting/silences/silencing';

type Times = 'acknowledged_at' | 'resolved_at' | 'created_at' | 'last_fired_at' | 'acknowledged_until' | 'updated_at';

/** A row of `alert_instances` with the name of its rule, as the database gives it. */
export interface InstanceRow extends Omit<
  AlertInstanceDetail,
  Times | 'firings' | 'assigned_to' | 'silenced_until' | 'silenced_by'
> {
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

/** An instance as callers see it at `now`, with those of the organisation's mutes that hold. */
export function instanceOf(row: InstanceRow, mutes: readonly Mute[], now: number): AlertInstanceDetail {
  const silenced = row.status === 'resolved' ? undefined : silencedAt(subjectOf(row), mutes, now);
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
    silenced_until: silenced === undefined ? null : new Date(silenced.until).toISOString(),
    silenced_by: silenced === undefined ? null : nameOf(silenced.by),
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

/** What silences and windows go by. */
export function subjectOf({
  labels,
  severity,
  rule_name,
}: Pick<InstanceRow, 'labels' | 'severity' | 'rule_name'>): MutedSubject {
  return { labels: { alertname: rule_name ?? '', severity, ...labels } };
}

function nameOf({ kind, id, name }: Mute): Silencing {
  return { kind, id, name };
}

function iso(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
