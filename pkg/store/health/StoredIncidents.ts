import { sql } from 'kysely';
import type { Pool } from 'pg';
import type {
  Incident,
  IncidentDetail,
  IncidentEntry,
  UpdateIncident,
} from '../../../src/contract/resources/incidents';
import { requireVersion } from '../../domain/access/VersionConflict';
import type { CheckKeeper } from '../../domain/health/checks/HealthCheckRepository';
import type { IncidentRepository, IncidentSelection } from '../../domain/health/incidents/IncidentRepository';
import type { Clock } from '../../lib/Clock';
import { auditAct } from '../audit/appendAudit';
import { withTables, type Tables } from '../connections/withTables';
import { cutPage, isCursor } from '../pages/cutPage';
import { appendIncidentLine } from './incidentHistory';

interface IncidentRow extends Omit<Incident, 'started_at' | 'ended_at'> {
  started_at: Date;
  ended_at: Date | null;
}

/** What else was not well meanwhile is asked for when somebody looks, so that it is right also for what came later. */
const shown = sql`i.id, i.check_id, i.service_name, i.started_at, i.ended_at, i.worst_status, i.cause, i.version,
  array(select distinct o.service_name from incidents o where o.org_id = i.org_id
    and o.started_at < coalesce(i.ended_at, 'infinity') and coalesce(o.ended_at, 'infinity') > i.started_at
    order by 1) as affected_services,
  array(select a.id from alert_instances a where a.org_id = i.org_id and a.labels ->> 'service_name' = i.service_name
    and a.created_at < coalesce(i.ended_at, 'infinity') and coalesce(a.resolved_at, 'infinity') > i.started_at
    order by a.created_at) as alert_instance_ids`;

/** Incidents in the database; what people do to them leaves an entry in the audit log. */
export class StoredIncidents implements IncidentRepository {
  readonly #pool: Pool;
  readonly #clock: Clock;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  list(who: CheckKeeper, selection: IncidentSelection) {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const { limit } = selection;
      const { rows } = await sql<IncidentRow>`select ${shown} from incidents i
        where ${sql.join(conditions(selection), sql` and `)} order by i.id desc limit ${limit + 1}`.execute(tables);
      return cutPage(rows.map(incidentOf), limit);
    });
  }

  get(who: CheckKeeper, id: string): Promise<IncidentDetail | undefined> {
    return withTables(this.#pool, who.orgId, (tables) => readDetail(tables, id));
  }

  comment(who: CheckKeeper, id: string, comment: string): Promise<IncidentDetail | undefined> {
    return this.#act(who, id, undefined, async (tables, now) => {
      await appendIncidentLine(tables, { ...lineOf(who, id, now), kind: 'commented', comment }, now);
    });
  }

  update(who: CheckKeeper, id: string, { cause, expected_version: expected }: UpdateIncident) {
    return this.#act(who, id, expected, async (tables, now, before) => {
      await sql`update incidents set cause = ${cause} where id = ${id}`.execute(tables);
      const details = { before: before.cause, after: cause };
      await appendIncidentLine(tables, { ...lineOf(who, id, now), kind: 'cause changed', details }, now);
    });
  }

  #act(
    who: CheckKeeper,
    id: string,
    expected: number | undefined,
    act: (tables: Tables, now: number, before: { version: number; cause: string }) => Promise<void>
  ): Promise<IncidentDetail | undefined> {
    const now = this.#clock.now();
    return withTables(this.#pool, who.orgId, async (tables) => {
      const before = await tables
        .selectFrom('incidents')
        .select(['version', 'cause'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (before === undefined) {
        return undefined;
      }
      requireVersion(expected, before.version);
      await act(tables, now, before);
      await sql`update incidents set version = version + 1 where id = ${id}`.execute(tables);
      const detail = await readDetail(tables, id);
      await auditAct(tables, who, { action: 'incident.change', subject: id, details: {} }, now);
      return detail;
    });
  }
}

function lineOf(who: CheckKeeper, incidentId: string, at: number) {
  return { orgId: who.orgId, incidentId, actor: who.login, at };
}

function conditions({ service, checkId, open, from, to, cursor }: IncidentSelection) {
  const found = [sql`true`];
  if (service !== undefined) {
    found.push(sql`i.service_name = ${service}`);
  }
  if (checkId !== undefined) {
    found.push(sql`i.check_id = ${checkId}::uuid`);
  }
  if (open !== undefined) {
    found.push(open ? sql`i.ended_at is null` : sql`i.ended_at is not null`);
  }
  if (from !== undefined) {
    found.push(sql`(i.ended_at is null or i.ended_at >= ${new Date(from)})`);
  }
  if (to !== undefined) {
    found.push(sql`i.started_at < ${new Date(to)}`);
  }
  if (isCursor(cursor)) {
    found.push(sql`i.id < ${cursor}::uuid`);
  }
  return found;
}

async function readDetail(tables: Tables, id: string): Promise<IncidentDetail | undefined> {
  const { rows } = await sql<IncidentRow>`select ${shown} from incidents i where i.id = ${id}`.execute(tables);
  const [row] = rows;
  if (row === undefined) {
    return undefined;
  }
  const { rows: lines } = await sql<Omit<IncidentEntry, 'at'> & { at: Date }>`
    select at, actor, kind, comment, details from incident_history where incident_id = ${id}
    order by at, sequence`.execute(tables);
  return { ...incidentOf(row), timeline: lines.map((line) => ({ ...line, at: line.at.toISOString() })) };
}

function incidentOf(row: IncidentRow): Incident {
  return { ...row, started_at: row.started_at.toISOString(), ended_at: row.ended_at?.toISOString() ?? null };
}
