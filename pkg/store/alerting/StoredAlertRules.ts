import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import type { AlertRuleDetail, CreateAlertRule, UpdateAlertRule } from '../../../src/contract/resources/alertRules';
import { requireVersion } from '../../domain/access/VersionConflict';
import type { AlertRuleRepository, RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import type { Clock } from '../../lib/Clock';
import { auditAct } from '../audit/appendAudit';
import { takingNames } from '../connections/takingNames';
import { withTables, type Tables } from '../connections/withTables';
import { readPage } from '../pages/readPage';
import { countInstances } from './countInstances';
import { deleteRule } from './deleteRule';
import { endLives } from './endLives';
import { insertRule } from './insertRule';
import { readEvaluations } from './readEvaluations';
import { ruleOf, type RuleRow } from './ruleOf';

const names = { alert_rules_name: 'rule' };

/** Alert rules in the database; every change leaves an entry in the audit log. */
export class StoredAlertRules implements AlertRuleRepository {
  readonly #pool: Pool;
  readonly #masterKey: Buffer;
  readonly #clock: Clock;

  constructor(pool: Pool, masterKey: Buffer, clock: Clock) {
    this.#pool = pool;
    this.#masterKey = masterKey;
    this.#clock = clock;
  }

  list(who: RuleKeeper, request: { limit: number; cursor: string | undefined }) {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const page = await readPage(tables.selectFrom('alert_rules').selectAll(), request);
      return { ...page, items: await answers(tables, page.items, this.#clock.now()) };
    });
  }

  get(who: RuleKeeper, id: string): Promise<AlertRuleDetail | undefined> {
    return withTables(
      this.#pool,
      who.orgId,
      async (tables) => (await answers(tables, await readRule(tables, id), this.#clock.now()))[0]
    );
  }

  evaluations(who: RuleKeeper, id: string, { limit, cursor }: { limit: number; cursor: string | undefined }) {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const [rule] = await readRule(tables, id);
      return rule && readEvaluations(tables, id, limit, cursor);
    });
  }

  create(who: RuleKeeper, rule: CreateAlertRule): Promise<AlertRuleDetail> {
    const now = this.#clock.now();
    return takingNames(this.#pool, who.orgId, names, rule.name, async (tables) => {
      const row = await insertRule(tables, this.#masterKey, who, rule, now);
      const entry = { action: 'alert_rule.create', subject: row.id, details: { name: rule.name } };
      await auditAct(tables, who, entry, now);
      return ruleOf(row);
    });
  }

  update(who: RuleKeeper, id: string, change: UpdateAlertRule): Promise<AlertRuleDetail | undefined> {
    const now = this.#clock.now();
    const { expected_version: expected, labels, condition_config, ...columns } = change;
    return takingNames(this.#pool, who.orgId, names, change.name, async (tables) => {
      const [before] = await readRule(tables, id, 'lock');
      if (before === undefined) {
        return undefined;
      }
      requireVersion(expected, before.version);
      await tables
        .updateTable('alert_rules')
        .set({
          ...columns,
          ...(labels !== undefined && { labels: JSON.stringify(labels) }),
          ...(condition_config !== undefined && { condition_config: JSON.stringify(condition_config) }),
          version: before.version + 1,
          updated_at: new Date(now),
          next_evaluation_at: new Date(now),
          // Whoever evaluates the old rule now must not be believed.
          leased_by: null,
          leased_until: null,
        })
        .where('id', '=', id)
        .execute();
      const ended =
        change.enabled === false && before.enabled
          ? await endLives(tables, before, 'rule disabled', who.login, now)
          : await this.#endChanged(tables, before, change, who.login, now);
      const details = { fields: Object.keys(change).filter((field) => field !== 'expected_version'), ended };
      const [answer] = await answers(tables, await readRule(tables, id), now);
      await auditAct(tables, who, { action: 'alert_rule.update', subject: id, details }, now);
      return answer;
    });
  }

  delete(who: RuleKeeper, id: string): Promise<boolean> {
    const now = this.#clock.now();
    return withTables(this.#pool, who.orgId, async (tables) => {
      const [before] = await readRule(tables, id, 'lock');
      if (before === undefined) {
        return false;
      }
      const ended = await deleteRule(tables, before, who.login, now);
      const entry = { action: 'alert_rule.delete', subject: id, details: { name: before.name, ended } };
      await auditAct(tables, who, entry, now);
      return true;
    });
  }

  /** Instances of another question than the rule asks now would never end. */
  async #endChanged(
    tables: Tables,
    before: RuleRow,
    change: UpdateAlertRule,
    login: string,
    now: number
  ): Promise<number> {
    const asked = ({ kind, query, regex, service_name }: Record<string, unknown>): unknown => [
      kind,
      query,
      regex,
      service_name,
    ];
    const { condition_type: type = before.condition_type, condition_config: config = before.condition_config } = change;
    const isSame = type === before.condition_type && isDeepStrictEqual(asked(config), asked(before.condition_config));
    return isSame ? 0 : endLives(tables, before, 'rule changed', login, now);
  }
}

async function readRule(tables: Tables, id: string, lock?: 'lock'): Promise<RuleRow[]> {
  const query = tables.selectFrom('alert_rules').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).execute();
}

async function answers(tables: Tables, rows: readonly RuleRow[], now: number): Promise<AlertRuleDetail[]> {
  const ids = rows.map(({ id }) => id);
  const counts = await countInstances(tables, ids, now);
  return rows.map((row) => ruleOf(row, counts.get(row.id)));
}
