import type { PoolClient } from 'pg';
import { maintenanceBetween } from '../../domain/alerting/silences/silencing';
import type { Mute } from '../../domain/alerting/silences/Mute';
import type { Stretch, TimedStatus } from '../../domain/health/uptime/spansOf';
import { unionOf } from '../../domain/health/uptime/uptimeOf';
import { day, second } from '../../lib/duration';
import { type CheckRow, subjectOfCheck } from './checkOf';
import type { ResultMetadata } from './readResults';

/** A result as uptime and latency need it. */
export interface ObservedResult extends TimedStatus {
  responseTimeMs: number | null;
  /** Until when maintenance was announced as it was made; null: there was none. */
  maintenanceUntil: number | null;
}

/** A result says how a service was for three intervals, and an interval is a day at most. */
const longestTrust = 3 * day;

interface Row {
  at: Date;
  status: ObservedResult['status'];
  response_time_ms: number | null;
  metadata: Pick<Partial<ResultMetadata>, 'interval_seconds' | 'maintenance_until'>;
}

/**
 * Results of a check in a range, in order of time, with the last one from before it.
 * @param client sees the rows of the check's organisation
 */
export async function readObserved(
  client: Pick<PoolClient, 'query'>,
  check: Pick<CheckRow, 'id' | 'interval_seconds'>,
  { from, to }: Stretch
): Promise<ObservedResult[]> {
  const columns = `checked_at as at, status, response_time_ms, jsonb_build_object(
    'interval_seconds', metadata -> 'interval_seconds', 'maintenance_until', metadata -> 'maintenance_until') as metadata`;
  const { rows } = await client.query<Row>(
    `(select ${columns} from raw.system_health where check_id = $1 and checked_at < $2 and checked_at >= $4
        order by checked_at desc, id desc limit 1)
      union all
      (select ${columns} from raw.system_health where check_id = $1 and checked_at >= $2 and checked_at < $3
        order by checked_at, id)`,
    [check.id, new Date(from), new Date(to), new Date(from - longestTrust)]
  );
  return rows.map(({ at, status, response_time_ms, metadata }) => {
    const until = Date.parse(metadata.maintenance_until ?? '');
    return {
      at: at.getTime(),
      status,
      responseTimeMs: response_time_ms,
      intervalMs: (metadata.interval_seconds ?? check.interval_seconds) * second,
      maintenanceUntil: Number.isNaN(until) ? null : until,
    };
  });
}

/** When there was maintenance: as windows say now, and as they said when a result was made. */
export function maintenanceOf(
  check: Pick<CheckRow, 'labels' | 'service_name'>,
  mutes: readonly Mute[],
  results: readonly ObservedResult[],
  { from, to }: Stretch
): Stretch[] {
  const noted = results.flatMap(({ at, maintenanceUntil, intervalMs }, index) => {
    const next = results[index + 1]?.at ?? at + 3 * intervalMs;
    return maintenanceUntil === null ? [] : [{ from: at, to: Math.min(next, maintenanceUntil) }];
  });
  return unionOf([...noted, ...maintenanceBetween(subjectOfCheck(check), mutes, from, to)]);
}
