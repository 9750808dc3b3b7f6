import type { Pool } from 'pg';
import type { UptimeReport } from '../../../src/contract/resources/incidents';
import { hourlyTimes } from '../../domain/health/uptime/hourlyTimes';
import { spansOf } from '../../domain/health/uptime/spansOf';
import { observedTime } from '../../domain/health/uptime/uptimeOf';
import { reportStart, type TimedPiece, uptimeReport } from '../../domain/health/uptime/uptimeReport';
import { day, hour, second, startOfDay } from '../../lib/duration';
import { readMutes } from '../alerting/silences/readMutes';
import { withOrganisation } from '../connections/withOrganisation';
import { tablesOn } from '../connections/withTables';
import type { CheckRow } from './checkOf';
import { maintenanceOf, readObserved } from './observations';

interface SummaryRow {
  grain: 'hour' | 'day';
  bucket: Date;
  healthy: number;
  degraded: number;
  down: number;
  maintenance: number;
}

/** What a check was, by summaries where they hold, by its results since. Undefined where there is no such check. */
export async function readUptime(
  { app, query }: Readonly<Record<'app' | 'query', Pool>>,
  orgId: number,
  checkId: string,
  now: number
): Promise<UptimeReport | undefined> {
  const known = await withOrganisation(app, orgId, async (client) => {
    const { rows } = await client.query<CheckRow>('select * from health_checks where id = $1', [checkId]);
    const [check] = rows;
    if (check === undefined) {
      return undefined;
    }
    // Beyond this nothing is summarised: results say it themselves.
    const dirty = Math.max(Math.floor((check.uptime_dirty_from?.getTime() ?? now) / hour) * hour, reportStart(now));
    const { rows: summaries } = await client.query<SummaryRow>(
      `select grain, bucket, healthy, degraded, down, maintenance from uptime_summary
        where check_id = $1 and ((grain = 'day' and bucket >= $2 and bucket < $3)
          or (grain = 'hour' and bucket >= least($3, $4) and bucket < $5)) order by bucket`,
      [
        checkId,
        new Date(reportStart(now)),
        new Date(startOfDay(Math.min(dirty, now - day))),
        new Date(startOfDay(now - day)),
        new Date(dirty),
      ]
    );
    return { check, dirty, summaries, mutes: await readMutes(tablesOn(client), orgId, now) };
  });
  if (known === undefined) {
    return undefined;
  }
  const { check, dirty, summaries, mutes } = known;
  const since = Math.min(dirty, now - hour);
  const results = await withOrganisation(query, orgId, (client) =>
    readObserved(client, check, { from: since, to: now })
  );
  const planned = maintenanceOf(check, mutes, results, { from: since, to: now });
  const pieces = [...summaries.map(pieceOf), ...hourlyTimes(results, { from: dirty, to: now }, planned, now)];
  const lastHour = observedTime(spansOf(results, { from: now - hour, to: now }, now), planned);
  return {
    check_id: check.id,
    service_name: check.service_name,
    uptime_target: check.uptime_target,
    ...uptimeReport(pieces, lastHour, check.uptime_target, now),
  };
}

function pieceOf({ grain, bucket, healthy, degraded, down, maintenance }: SummaryRow): TimedPiece {
  const from = bucket.getTime();
  const time = {
    healthy: healthy * second,
    degraded: degraded * second,
    down: down * second,
    maintenance: maintenance * second,
  };
  return { from, to: from + (grain === 'day' ? day : hour), time };
}
