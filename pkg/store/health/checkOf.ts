import type { Selectable } from 'kysely';
import type { Mute } from '../../domain/alerting/silences/Mute';
import { silencedAt } from '../../domain/alerting/silences/silencing';
import type { KeptCheck } from '../../domain/health/checks/HealthCheckRepository';
import type { Schema } from '../connections/Schema';

export type CheckRow = Selectable<Schema['health_checks']>;

/** A check as callers see it at `now`, with those of the organisation's mutes that hold. */
export function checkOf(row: CheckRow, mutes: readonly Mute[], now: number): Omit<KeptCheck, 'heartbeatToken'> {
  const { status, statusSince } = row.memory;
  return {
    id: row.id,
    service_name: row.service_name,
    kind: row.kind,
    settings: row.settings,
    assertions: row.assertions,
    description: row.description,
    group_name: row.group_name,
    labels: row.labels,
    enabled: row.enabled,
    interval_seconds: row.interval_seconds,
    timeout_ms: row.timeout_ms,
    retries: row.retries,
    retry_interval_seconds: row.retry_interval_seconds,
    failures_to_down: row.failures_to_down,
    successes_to_recover: row.successes_to_recover,
    degraded_ms: row.degraded_ms,
    degraded_error_rate: row.degraded_error_rate,
    uptime_target: row.uptime_target,
    status,
    status_since: statusSince === null ? null : new Date(statusSince).toISOString(),
    last_error: row.last_error,
    last_checked_at: row.last_checked_at?.toISOString() ?? null,
    response_time_ms: row.response_time_ms,
    error_rate: row.error_rate,
    certificate_expires_at: row.certificate_expires_at?.toISOString() ?? null,
    in_maintenance: isInMaintenance(row, mutes, now),
    open_incident_id: row.open_incident_id,
    secret_names: row.stored_secrets,
    missed_probes: Number(row.missed_probes),
    provisioned: false,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

/** What windows go by. */
export function subjectOfCheck({ labels, service_name: service }: Pick<CheckRow, 'labels' | 'service_name'>) {
  return { labels: { ...labels, service_name: service }, service };
}

function isInMaintenance(row: CheckRow, mutes: readonly Mute[], now: number): boolean {
  const windows = mutes.filter(({ kind }) => kind === 'maintenance window');
  return silencedAt(subjectOfCheck(row), windows, now) !== undefined;
}
