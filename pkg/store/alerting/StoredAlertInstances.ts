import { sql, type RawBuilder } from 'kysely';
import type { Pool } from 'pg';
import type {
  AcknowledgeAlert,
  ActOnAlert,
  AlertCounts,
  AlertHistoryEntry,
  AlertInstanceDetail,
  AssignAlert,
  CommentOnAlert,
} from '../../../src/contract/resources/alertInstances';
import { requireVersion } from '../../domain/access/VersionConflict';
import {
  WrongState,
  type AlertInstanceRepository,
  type InstanceFilters,
  type InstanceSelection,
} from '../../domain/alerting/instances/AlertInstanceRepository';
import { act, type Act } from '../../domain/alerting/lifecycle/act';
import type { RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import type { Clock } from '../../lib/Clock';
import { auditAct } from '../audit/appendAudit';
import { withTables, type Tables } from '../connections/withTables';
import { keepStaff } from '../people/keepStaff';
import { listStaff } from '../people/listStaff';
import { noteDebt } from '../notifications/noteDebt';
import { tellOfDeed } from '../notifications/tellOfDeed';
import { appendHistory } from './history';
import { instanceOf, type InstanceRow } from './instanceOf';
import { keepSet, readSets } from './lives';
import type { RuleRow } from './ruleOf';
import { countInstances, listInstances } from './listInstances';
import { readMutes } from './silences/readMutes';

/** Lines of history that an instance shows. */
const mostLines = 1000;

interface Deed {
  /** As history and audit log name it. */
  kind: 'acknowledged' | 'unacknowledged' | 'resolved' | 'assigned' | 'commented';
  request: ActOnAlert;
  /** The step it makes in the life of the label set; null: none. */
  step: Act | null;
  /** What it sets in the row, if anything; `me` is the id of who acts. */
  columns(me: string, at: Date): RawBuilder<unknown> | null;
  details?: Record<string, unknown>;
}

/** Instances in the database, and what people do to them. Each act is written to history and audit log in one piece. */
export class StoredAlertInstances implements AlertInstanceRepository {
  readonly #pool: Pool;
  readonly #masterKey: Buffer;
  readonly #clock: Clock;

  constructor(pool: Pool, masterKey: Buffer, clock: Clock) {
    this.#pool = pool;
    this.#masterKey = masterKey;
    this.#clock = clock;
  }

  list(who: RuleKeeper, selection: InstanceSelection) {
    return withTables(this.#pool, who.orgId, async (tables) =>
      listInstances(tables, selection, await this.#answering(tables, who))
    );
  }

  count(who: RuleKeeper, filters: InstanceFilters): Promise<AlertCounts> {
    return withTables(this.#pool, who.orgId, (tables) => countInstances(tables, filters));
  }

  assignees(who: RuleKeeper): Promise<string[]> {
    return withTables(this.#pool, who.orgId, (tables) => listStaff(tables, this.#masterKey));
  }

  get(who: RuleKeeper, id: string): Promise<AlertInstanceDetail | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await readInstance(tables, id);
      return row && (await this.#answering(tables, who))(row);
    });
  }

  history(who: RuleKeeper, id: string): Promise<AlertHistoryEntry[] | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      if ((await readInstance(tables, id)) === undefined) {
        return undefined;
      }
      const { rows } = await sql<Omit<AlertHistoryEntry, 'at'> & { at: Date }>`
        select at, actor, kind, comment, details from alert_history where alert_instance_id = ${id}
        order by at, sequence limit ${mostLines}`.execute(tables);
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    });
  }

  acknowledge(who: RuleKeeper, id: string, request: AcknowledgeAlert): Promise<AlertInstanceDetail | undefined> {
    const until = request.until === undefined ? null : new Date(request.until);
    return this.#do(who, id, {
      kind: 'acknowledged',
      request,
      step: { kind: 'acknowledge', until: until?.getTime() ?? null },
      columns: (me, at) => sql`status = 'acknowledged', acknowledged_by = ${me}, acknowledged_login = ${who.login},
        acknowledged_at = ${at}, acknowledged_until = ${until}`,
      ...(request.until !== undefined && { details: { until: request.until } }),
    });
  }

  unacknowledge(who: RuleKeeper, id: string, request: ActOnAlert): Promise<AlertInstanceDetail | undefined> {
    return this.#do(who, id, {
      kind: 'unacknowledged',
      request,
      step: { kind: 'unacknowledge' },
      columns: () => sql`status = 'active', acknowledged_by = null, acknowledged_login = null,
        acknowledged_at = null, acknowledged_until = null`,
    });
  }

  resolve(who: RuleKeeper, id: string, request: ActOnAlert): Promise<AlertInstanceDetail | undefined> {
    return this.#do(who, id, {
      kind: 'resolved',
      request,
      step: { kind: 'resolve' },
      columns: (me, at) => sql`status = 'resolved', resolved_by = ${me}, resolved_login = ${who.login},
        resolved_at = ${at}, resolve_reason = 'by hand'`,
      details: { reason: 'by hand' },
    });
  }

  assign(who: RuleKeeper, id: string, request: AssignAlert): Promise<AlertInstanceDetail | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const assignee =
        request.to === null ? null : await keepStaff(tables, this.#masterKey, { ...who, login: request.to });
      return this.#doIn(tables, who, id, {
        kind: 'assigned',
        request,
        step: null,
        columns: () => sql`assigned_to = ${assignee}, assigned_login = ${request.to}`,
        details: { to: request.to },
      });
    });
  }

  comment(who: RuleKeeper, id: string, request: CommentOnAlert): Promise<AlertInstanceDetail | undefined> {
    return this.#do(who, id, { kind: 'commented', request, step: null, columns: () => null });
  }

  #do(who: RuleKeeper, id: string, deed: Deed): Promise<AlertInstanceDetail | undefined> {
    return withTables(this.#pool, who.orgId, (tables) => this.#doIn(tables, who, id, deed));
  }

  async #doIn(tables: Tables, who: RuleKeeper, id: string, deed: Deed): Promise<AlertInstanceDetail | undefined> {
    const now = this.#clock.now();
    const found = await readInstance(tables, id);
    if (found === undefined) {
      return undefined;
    }
    // The rule's row is the lock of all lives under it: an evaluation may be under way.
    const { rows: rules } = await sql<RuleRow>`
      select * from alert_rules where id = ${found.alert_rule_id} for update`.execute(tables);
    const row = (await readInstance(tables, id)) ?? found;
    const { request, kind } = deed;
    requireVersion(request.expected_version, row.version);
    if (deed.step !== null) {
      await this.#step(tables, row, deed.step, kind, now);
    }
    const me = await keepStaff(tables, this.#masterKey, who);
    const columns = deed.columns(me, new Date(now));
    const changes = columns === null ? sql`` : sql`, version = version + 1, ${columns}`;
    await sql`update alert_instances set updated_at = ${new Date(now)}${changes} where id = ${id}`.execute(tables);
    const entry = { orgId: who.orgId, ruleId: row.alert_rule_id, instanceId: id, actor: who.login, kind };
    await appendHistory(
      tables,
      { ...entry, comment: request.comment, ...(deed.details && { details: deed.details }) },
      now
    );
    const [rule] = rules;
    if (rule !== undefined) {
      await tellOfDeed(tables, rule, { instanceId: id, kind, actor: who.login, comment: request.comment }, now);
    }
    const changed = await readInstance(tables, id);
    const answer = changed && (await this.#answering(tables, who))(changed);
    await auditAct(tables, who, { action: `alert.${kind}`, subject: id, details: deed.details ?? {} }, now);
    return answer;
  }

  async #answering(tables: Tables, who: RuleKeeper): Promise<(row: InstanceRow) => AlertInstanceDetail> {
    const now = this.#clock.now();
    const mutes = await readMutes(tables, who.orgId, now);
    return (row) => instanceOf(row, mutes, now);
  }

  async #step(tables: Tables, row: InstanceRow, step: Act, kind: string, now: number): Promise<void> {
    const sets = await readSets(tables, row.alert_rule_id);
    const set = [...sets.values()].find(({ instanceId }) => instanceId === row.id);
    const made = set && act(set.life, step, now);
    if (set === undefined || made === undefined) {
      throw new WrongState(kind, row.status);
    }
    if (made.change !== null) {
      await noteDebt(tables, row.id, made.change);
    }
    const instanceId = made.life.open === null ? null : row.id;
    await keepSet(tables, { id: row.alert_rule_id, org_id: row.org_id }, { ...set, life: made.life, instanceId });
  }
}

async function readInstance(tables: Tables, id: string): Promise<InstanceRow | undefined> {
  const { rows } = await sql<InstanceRow>`select i.*, r.name as rule_name
    from alert_instances i left join alert_rules r on r.id = i.alert_rule_id where i.id = ${id}`.execute(tables);
  return rows[0];
}
