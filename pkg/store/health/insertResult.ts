import { sql } from 'kysely';
import type { HealthStatus } from '../../../src/contract/health/words';
import type { Look } from '../../domain/health/checks/DueChecks';
import type { CheckReport } from '../../domain/health/probing/CheckRunner';
import { storableText } from '../../lib/storableText';
import { uuidV7 } from '../../lib/uuidV7';
import type { Tables } from '../connections/withTables';
import type { CheckRow } from './checkOf';
import type { ResultMetadata } from './readResults';

/** A result as it was judged. */
export interface ResultToKeep {
  /** Epoch milliseconds. */
  at: number;
  status: HealthStatus;
  errorRate: number;
  error: string | null;
  /** Until when maintenance was announced; null: there is none. */
  maintenanceUntil: number | null;
}

/** Adds a result to those of all services, under the reserved app of its organisation. */
export async function insertResult(
  tables: Tables,
  check: Pick<CheckRow, 'id' | 'org_id' | 'service_name' | 'kind' | 'interval_seconds'>,
  { attempts, location }: Pick<Look, 'attempts' | 'location'>,
  report: CheckReport,
  { at, status, errorRate, error, maintenanceUntil }: ResultToKeep
): Promise<void> {
  const { certificate_expires_at: expires, ...details } = report.details;
  const metadata: ResultMetadata = {
    check_id: check.id,
    kind: check.kind,
    interval_seconds: check.interval_seconds,
    location,
    attempts,
    phases: report.phases,
    assertions: report.assertions,
    details,
    ...(typeof expires === 'string' && { certificate_expires_at: expires }),
    ...(maintenanceUntil !== null && {
      in_maintenance: true,
      maintenance_until: new Date(maintenanceUntil).toISOString(),
    }),
  };
  await sql`insert into raw.system_health (id, org_id, app_id, check_id, checked_at, service_name, status,
      response_time_ms, error_rate, last_error, metadata)
    values (${uuidV7(at)}, ${check.org_id}, checks_app(${check.org_id}::bigint), ${check.id}, ${new Date(at)},
      ${check.service_name}, ${status}, ${report.durationMs}, ${errorRate}, ${error}, ${storable(metadata)})`.execute(
    tables
  );
}

/** What a service answered may hold what no JSON of the database can. */
function storable(metadata: ResultMetadata): string {
  return JSON.stringify(metadata, (_key, value: unknown) => (typeof value === 'string' ? storableText(value) : value));
}
