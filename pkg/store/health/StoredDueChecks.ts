import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { silencedAt } from '../../domain/alerting/silences/silencing';
import type { DueCheck, DueChecks, Look } from '../../domain/health/checks/DueChecks';
import type { CheckReport } from '../../domain/health/probing/CheckRunner';
import { nextProbe } from '../../domain/health/schedule/nextProbe';
import { errorOf } from '../../domain/health/status/errorOf';
import { judgeResult } from '../../domain/health/status/judgeResult';
import { statusRulesOf } from '../../domain/health/status/statusRulesOf';
import type { IdentityKeys } from '../../domain/ingest/IdentityKeys';
import { second } from '../../lib/duration';
import { storableText } from '../../lib/storableText';
import { readMutes } from '../alerting/silences/readMutes';
import { instantOf, isFree, isOfAnotherClock } from '../connections/leases';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn, type Tables } from '../connections/withTables';
import { type CheckRow, subjectOfCheck } from './checkOf';
import { openCheckSecrets } from './checkSecretsSeal';
import { HealthMarks } from './HealthMarks';
import { insertResult } from './insertResult';
import { stepIncident } from './stepIncident';

/** What a lease leaves beyond an attempt's own time. */
const leaseSlackMs = 15 * second;

/** Checks that are due, and what follows from their results, in the database. */
export class StoredDueChecks implements DueChecks {
  readonly #pool: Pool;
  readonly #keys: Pick<IdentityKeys, 'organisationKey'>;
  readonly #marks = new HealthMarks();
  /** Names this process in leases. */
  readonly #self = randomUUID();

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool, keys: Pick<IdentityKeys, 'organisationKey'>) {
    this.#pool = pool;
    this.#keys = keys;
  }

  async claim(now: number, until: number, limit: number): Promise<DueCheck[]> {
    if (limit <= 0) {
      return [];
    }
    const at = new Date(now);
    const latestDue = sql`${instantOf(now)} + make_interval(secs => interval_seconds)`;
    const latestLease = sql`${instantOf(now + leaseSlackMs)}
      + make_interval(secs => retry_interval_seconds + timeout_ms / 1000.0)`;
    const isBehindClock = isOfAnotherClock(sql`next_probe_at`, latestDue);
    const rows = await inTransaction(this.#pool, async (client) => {
      const claimed = await sql<CheckRow>`
        update health_checks set leased_by = ${this.#self}, next_probe_at = due.at,
          leased_until = greatest(due.at, ${at}) + make_interval(secs => (timeout_ms + ${leaseSlackMs}::int) / 1000.0)
        from (
          select id, case when ${isBehindClock} then ${at} else next_probe_at end as at from health_checks
          where enabled and (next_probe_at <= ${new Date(until)} or ${isBehindClock})
            and ${isFree(sql`leased_until`, now, latestLease)}
          order by next_probe_at limit ${limit} for update skip locked) due
        where health_checks.id = due.id
        returning health_checks.*`.execute(tablesOn(client));
      return claimed.rows;
    });
    return Promise.all(rows.map((row) => this.#dueOf(row)));
  }

  async #dueOf(row: CheckRow): Promise<DueCheck> {
    const orgId = Number(row.org_id);
    const key = row.sealed_secrets === null ? Buffer.alloc(0) : await this.#keys.organisationKey(orgId);
    return {
      id: row.id,
      orgId,
      kind: row.kind,
      settings: row.settings,
      assertions: row.assertions,
      timeout_ms: row.timeout_ms,
      secrets: openCheckSecrets(key, row.id, row.sealed_secrets),
      lastBeat: row.last_beat,
      waitingSince: row.created_at.getTime(),
      dueAt: row.next_probe_at.getTime(),
      retries: row.retries,
      retry_interval_seconds: row.retry_interval_seconds,
    };
  }

  async renew(check: DueCheck, until: number): Promise<boolean> {
    return this.#whileMine(check, async (tables) => {
      await sql`update health_checks set leased_until = ${new Date(until)} where id = ${check.id}`.execute(tables);
    });
  }

  async release(check: DueCheck): Promise<void> {
    await this.#whileMine(check, async (tables) => {
      await sql`update health_checks set leased_by = null, leased_until = null where id = ${check.id}`.execute(tables);
    });
  }

  keep(due: DueCheck, look: Look): Promise<boolean> {
    return this.#whileMine(due, async (tables, row) => {
      if (look.report !== undefined) {
        await this.#keepReport(tables, row, look, look.report);
      }
      const next = nextProbe(row, due.dueAt, look.at);
      await sql`update health_checks set leased_by = null, leased_until = null, next_probe_at = ${new Date(next.at)},
        missed_probes = missed_probes + ${next.missed} where id = ${row.id}`.execute(tables);
    });
  }

  async #keepReport(tables: Tables, row: CheckRow, look: Look, report: CheckReport): Promise<void> {
    const { at } = look;
    const rules = statusRulesOf(row);
    const judged = judgeResult(row.memory, { at, outcome: report.outcome, responseTimeMs: report.durationMs }, rules);
    const windows = (await readMutes(tables, row.org_id, at)).filter(({ kind }) => kind === 'maintenance window');
    const maintenance = silencedAt(subjectOfCheck(row), windows, at);
    const said = errorOf(report, rules);
    const error = said === null ? null : storableText(said);
    const result = {
      at,
      status: judged.status,
      errorRate: judged.errorRate,
      error,
      maintenanceUntil: maintenance?.until ?? null,
    };
    await insertResult(tables, row, look, report, result);
    await this.#marks.mark(tables, row.org_id, at);
    // Trouble that was announced is no part of an incident that comes after it.
    const memory = maintenance === undefined ? judged.memory : { ...judged.memory, troubleSince: null };
    const incidentId = await stepIncident(tables, row, {
      at,
      status: judged.status,
      troubleSince: memory.troubleSince,
      inMaintenance: maintenance !== undefined,
      error,
    });
    const expires = report.details.certificate_expires_at;
    await sql`update health_checks set memory = ${JSON.stringify(memory)}, last_checked_at = ${new Date(at)},
      last_error = ${judged.status === 'healthy' ? error : (error ?? row.last_error)},
      response_time_ms = ${report.durationMs}, error_rate = ${judged.errorRate}, open_incident_id = ${incidentId},
      certificate_expires_at = ${typeof expires === 'string' ? new Date(expires) : row.certificate_expires_at},
      uptime_dirty_from = least(coalesce(uptime_dirty_from, ${new Date(at)}), ${new Date(at)})
      where id = ${row.id}`.execute(tables);
  }

  #whileMine(check: DueCheck, act: (tables: Tables, row: CheckRow) => Promise<void>): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const tables = tablesOn(client);
      const { rows } = await sql<CheckRow>`select * from health_checks
        where id = ${check.id} and leased_by = ${this.#self} for update`.execute(tables);
      const [row] = rows;
      if (row === undefined) {
        return false;
      }
      await act(tables, row);
      return true;
    });
  }
}
