import type { ErrorGroup } from '../../../src/contract/resources/errorGroups';
import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { ErrorGroupStatus } from '../../../src/contract/errorGroupStates';
import { titleOf } from '../../domain/errors/groups/describeGroup';

/** A row of `error_groups` with the name of its app, as the driver gives it. */
export interface GroupRow {
  id: string;
  app_id: string;
  app: string;
  fingerprint: string;
  fingerprint_rule: string;
  error_class: string;
  message: string;
  culprit: string;
  severity: Severity;
  status: ErrorGroupStatus;
  version: number;
  first_seen: Date;
  last_seen: Date;
  /** `bigint`: the driver gives text. */
  events: string;
  users: string;
  releases: string[];
  status_changed_at: Date;
  resolved_in: 'now' | 'next_release' | null;
  resolved_release: string | null;
  ignored_until: Date | null;
  ignored_until_events: string | null;
}

/** @param trend errors by hour, the current one last */
export function groupOf(row: GroupRow, trend: number[], seesPersonal: boolean): ErrorGroup {
  return {
    id: row.id,
    app_id: row.app_id,
    app: row.app,
    fingerprint: row.fingerprint,
    fingerprint_rule: row.fingerprint_rule,
    title: titleOf(row.error_class, row.message, seesPersonal),
    culprit: row.culprit,
    severity: row.severity,
    status: row.status,
    first_seen: row.first_seen.toISOString(),
    last_seen: row.last_seen.toISOString(),
    events: Number(row.events),
    users: Number(row.users),
    releases: row.releases,
    trend,
    resolved_in: row.resolved_in,
    ignored_until: row.ignored_until?.toISOString() ?? null,
    ignored_until_events: row.ignored_until_events === null ? null : Number(row.ignored_until_events),
    version: row.version,
  };
}
