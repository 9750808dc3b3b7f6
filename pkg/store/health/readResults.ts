import type { Pool } from 'pg';
import type { ProbeResult } from '../../../src/contract/resources/healthChecks';
import type { PageOf } from '../../domain/access/AppRepository';
import type { ResultSelection } from '../../domain/health/checks/HealthCheckRepository';
import { withOrganisation } from '../connections/withOrganisation';
import { isCursor } from '../pages/cutPage';

/** What a result says besides its columns; what is not there was written by an older version. */
export interface ResultMetadata {
  check_id: string;
  kind: string;
  interval_seconds: number;
  location: string;
  attempts: number;
  phases: ProbeResult['phases'];
  assertions: ProbeResult['assertions'];
  details: ProbeResult['details'];
  certificate_expires_at?: string;
  in_maintenance?: true;
  /** Until when it was announced, ISO 8601. */
  maintenance_until?: string;
}

interface ResultRow {
  id: string;
  checked_at: Date;
  status: ProbeResult['status'];
  response_time_ms: number | null;
  last_error: string | null;
  metadata: Partial<ResultMetadata>;
}

/** Raw results of a check, newest first. The cursor is time and id of the last one. */
export async function readResults(
  pool: Pool,
  orgId: number,
  checkId: string,
  { from, to, statuses, limit, cursor }: ResultSelection
): Promise<PageOf<ProbeResult>> {
  const [time, id] = readResultCursor(cursor);
  const { rows } = await withOrganisation(pool, orgId, (client) =>
    client.query<ResultRow>(
      `select id, checked_at, status, response_time_ms, last_error, metadata from raw.system_health
        where check_id = $1 and checked_at >= $2 and checked_at < $3
          and ($4::text[] = '{}' or status = any($4)) and ($5::timestamptz is null or (checked_at, id) < ($5, $6::uuid))
        order by checked_at desc, id desc limit $7`,
      [checkId, instant(from, '-infinity'), instant(to, 'infinity'), [...statuses], time, id, limit + 1]
    )
  );
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map(resultOf), next_cursor: last ? `${last.checked_at.toISOString()}_${last.id}` : null };
}

function resultOf(row: ResultRow): ProbeResult {
  const { location = '', attempts = 1, phases = {}, assertions = [], details = {} } = row.metadata;
  return {
    checked_at: row.checked_at.toISOString(),
    status: row.status,
    response_time_ms: row.response_time_ms,
    last_error: row.last_error,
    location,
    attempts,
    phases,
    assertions,
    details,
  };
}

function instant(time: number | undefined, otherwise: string): string {
  return time === undefined ? otherwise : new Date(time).toISOString();
}

/** A cursor that no list ever gave starts from the beginning. */
function readResultCursor(cursor: string | undefined): [time: string | null, id: string | null] {
  const [, time, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  const isKnown = time !== undefined && id !== undefined && !Number.isNaN(Date.parse(time)) && isCursor(id);
  return isKnown ? [time, id] : [null, null];
}
