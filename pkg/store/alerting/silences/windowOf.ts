import type { Selectable } from 'kysely';
import type { MaintenanceWindow } from '../../../../src/contract/resources/maintenanceWindows';
import { scheduleOf } from '../../../domain/alerting/silences/checkMute';
import { currentOccurrence } from '../../../domain/alerting/silences/muteStatus';
import type { Schema } from '../../connections/Schema';

export type WindowRow = Selectable<Schema['maintenance_windows']>;

/** A maintenance window as callers see it at `now`. */
export function windowOf(row: WindowRow, now: number): MaintenanceWindow {
  const { status, span } = currentOccurrence(scheduleOf(row), now);
  return {
    id: row.id,
    name: row.name,
    comment: row.comment,
    matchers: row.matchers,
    services: row.services,
    time_zone: row.time_zone,
    local_start: row.local_start,
    duration_minutes: row.duration_minutes,
    repeat: row.repeat,
    repeat_until: row.repeat_until,
    status,
    occurrence: span && { starts_at: new Date(span.from).toISOString(), ends_at: new Date(span.to).toISOString() },
    created_login: row.created_login,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    version: row.version,
  };
}
