import { sql } from 'kysely';
import type { Pool } from 'pg';
import { hourlyTimes } from '../../domain/health/uptime/hourlyTimes';
import type { TimedPiece } from '../../domain/health/uptime/uptimeReport';
import { day, hour, second, startOfDay } from '../../lib/duration';
import { readMutes } from '../alerting/silences/readMutes';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn, type Tables } from '../connections/withTables';
import type { CheckRow } from './checkOf';
import { expireUptime } from './expireUptime';
import { maintenanceOf, type ObservedResult, readObserved } from './observations';

/** What one pass makes of one check: a backlog is worked off in pieces, so that its row is not locked for long. */
const mostPerPass = 2 * day;

/** Brings `uptime_summary` up to what results say. Any number of processes may do so at once. */
export class UptimeUpkeep {
  readonly #pool: Pool;

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Hours that are over, and days, of all checks. Answers of how many checks something was calculated. */
  async refresh(now: number): Promise<number> {
    const openHour = Math.floor(now / hour) * hour;
    for (let done = 0; ; done += 1) {
      if (!(await this.#refreshOne(openHour, now))) {
        return done;
      }
    }
  }

  /** Deletes what is older than it is kept. Answers how many rows. */
  expire(now: number): Promise<number> {
    return expireUptime(this.#pool, now);
  }

  /** One check alone in its transaction. Its row is the lock: no result comes in between. False: none is left. */
  #refreshOne(openHour: number, now: number): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const tables = tablesOn(client);
      const { rows } = await sql<CheckRow>`select * from health_checks where uptime_dirty_from < ${new Date(openHour)}
        order by uptime_dirty_from limit 1 for update skip locked`.execute(tables);
      const [check] = rows;
      if (check === undefined || check.uptime_dirty_from === null) {
        return false;
      }
      const from = Math.floor(check.uptime_dirty_from.getTime() / hour) * hour;
      const to = Math.min(openHour, from + mostPerPass);
      const results = await readObserved(client, check, { from, to: Math.min(now, to + day) });
      const planned = maintenanceOf(check, await readMutes(tables, check.org_id, now), results, { from, to });
      const pieces = hourlyTimes(results, { from, to }, planned, now);
      await writeHours(tables, check, pieces, results);
      await writeDays(tables, check, { from: startOfDay(from), to: startOfDay(to) });
      await sql`update health_checks set uptime_dirty_from = ${new Date(to)} where id = ${check.id}`.execute(tables);
      return true;
    });
  }
}

async function writeHours(
  tables: Tables,
  check: CheckRow,
  pieces: readonly TimedPiece[],
  results: readonly ObservedResult[]
): Promise<void> {
  const hours = pieces.map(({ from, to, time }) => {
    const within = results.filter(({ at }) => at >= from && at < to);
    const latencies = within.flatMap(({ responseTimeMs: ms }) => (ms === null ? [] : [ms]));
    return {
      bucket: new Date(from).toISOString(),
      healthy: time.healthy / second,
      degraded: time.degraded / second,
      down: time.down / second,
      maintenance: time.maintenance / second,
      results: within.length,
      latency_count: latencies.length,
      latency_sum: latencies.reduce((sum, ms) => sum + ms, 0),
      latency_max: latencies.length === 0 ? null : latencies.reduce((most, ms) => Math.max(most, ms)),
    };
  });
  await sql`delete from uptime_summary where check_id = ${check.id} and grain = 'hour'
    and bucket = any(${hours.map(({ bucket }) => bucket)}::timestamptz[])`.execute(tables);
  await sql`insert into uptime_summary (org_id, check_id, grain, bucket, healthy, degraded, down, maintenance, results,
      latency_count, latency_sum, latency_max)
    select ${check.org_id}::bigint, ${check.id}::uuid, 'hour', h.bucket, h.healthy, h.degraded, h.down, h.maintenance,
      h.results, h.latency_count, h.latency_sum, h.latency_max
    from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) h (bucket timestamptz, healthy float8, degraded float8,
      down float8, maintenance float8, results int, latency_count int, latency_sum float8, latency_max float8)`.execute(
    tables
  );
}

/** Days that are over; a day is the sum of its hours. */
async function writeDays(tables: Tables, check: CheckRow, { from, to }: { from: number; to: number }): Promise<void> {
  await sql`delete from uptime_summary where check_id = ${check.id} and grain = 'day'
    and bucket >= ${new Date(from)} and bucket < ${new Date(to)}`.execute(tables);
  await sql`insert into uptime_summary (org_id, check_id, grain, bucket, healthy, degraded, down, maintenance, results,
      latency_count, latency_sum, latency_max)
    select org_id, check_id, 'day', date_bin('1 day', bucket, 'epoch'), sum(healthy), sum(degraded), sum(down),
      sum(maintenance), sum(results), sum(latency_count), sum(latency_sum), max(latency_max)
    from uptime_summary where check_id = ${check.id} and grain = 'hour'
      and bucket >= ${new Date(from)} and bucket < ${new Date(to)}
    group by 1, 2, 4`.execute(tables);
}
