import type { Pool } from 'pg';
import type { CreateIntegration, UpdateIntegration } from '../../../../src/contract/resources/integrations';
import { requireVersion } from '../../../domain/access/VersionConflict';
import type {
  IntegrationRepository,
  KeptIntegration,
} from '../../../domain/alerting/integrations/IntegrationRepository';
import { ruleOfIntegration } from '../../../domain/alerting/integrations/ruleOfIntegration';
import type { RuleKeeper } from '../../../domain/alerting/rules/AlertRuleRepository';
import type { Clock } from '../../../lib/Clock';
import { uuidV7 } from '../../../lib/uuidV7';
import { auditAct } from '../../audit/appendAudit';
import { takingNames } from '../../connections/takingNames';
import { withTables, type Tables } from '../../connections/withTables';
import { readPage } from '../../pages/readPage';
import { deleteRule } from '../deleteRule';
import { insertRule } from '../insertRule';
import { integrationOf, type IntegrationRow } from './integrationOf';
import { newIntegrationToken } from './integrationToken';

const names = { integrations_name: 'integration', alert_rules_name: 'rule' };

/** Integrations in the database, each with its rule; every change leaves an entry in the audit log. */
export class StoredIntegrations implements IntegrationRepository {
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
      const page = await readPage(tables.selectFrom('integrations').selectAll(), request);
      return { ...page, items: page.items.map(integrationOf) };
    });
  }

  get(who: RuleKeeper, id: string): Promise<KeptIntegration | undefined> {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await readIntegration(tables, id);
      return row && integrationOf(row);
    });
  }

  create(who: RuleKeeper, integration: CreateIntegration): Promise<KeptIntegration & { token: string }> {
    const now = this.#clock.now();
    const id = uuidV7(now);
    const { token, ...secret } = newIntegrationToken();
    return takingNames(this.#pool, who.orgId, names, integration.name, async (tables) => {
      const rule = await insertRule(tables, this.#masterKey, who, ruleOfIntegration(id, integration), now);
      const row = await tables
        .insertInto('integrations')
        .values({
          id,
          org_id: who.orgId,
          ...integration,
          alert_rule_id: rule.id,
          ...secret,
          created_login: who.login,
          created_at: new Date(now),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await auditAct(tables, who, { action: 'integration.create', subject: id, details: { ...integration } }, now);
      return { ...integrationOf(row), token };
    });
  }

  update(
    who: RuleKeeper,
    id: string,
    { name, new_token, expected_version: expected }: UpdateIntegration
  ): Promise<(KeptIntegration & { token?: string }) | undefined> {
    const now = this.#clock.now();
    return takingNames(this.#pool, who.orgId, names, name, async (tables) => {
      const before = await readIntegration(tables, id, 'lock');
      if (before === undefined) {
        return undefined;
      }
      requireVersion(expected, before.version);
      const { token, ...secret } = new_token ? newIntegrationToken() : { token: undefined };
      if (name !== undefined) {
        await tables
          .updateTable('alert_rules')
          .set((rule) => ({ name, version: rule('version', '+', 1), updated_at: new Date(now) }))
          .where('id', '=', before.alert_rule_id)
          .execute();
      }
      const row = await tables
        .updateTable('integrations')
        .set({ ...(name !== undefined && { name }), ...secret, version: before.version + 1 })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const details = { ...(name !== undefined && { name }), new_token: new_token === true };
      await auditAct(tables, who, { action: 'integration.update', subject: id, details }, now);
      return { ...integrationOf(row), ...(token !== undefined && { token }) };
    });
  }

  delete(who: RuleKeeper, id: string): Promise<boolean> {
    const now = this.#clock.now();
    return withTables(this.#pool, who.orgId, async (tables) => {
      const row = await readIntegration(tables, id, 'lock');
      if (row === undefined) {
        return false;
      }
      const rule = await tables
        .selectFrom('alert_rules')
        .selectAll()
        .where('id', '=', row.alert_rule_id)
        .forUpdate()
        .executeTakeFirst();
      const ended = rule === undefined ? 0 : await deleteRule(tables, rule, who.login, now);
      await tables.deleteFrom('integrations').where('id', '=', id).execute();
      const entry = { action: 'integration.delete', subject: id, details: { name: row.name, ended } };
      await auditAct(tables, who, entry, now);
      return true;
    });
  }
}

async function readIntegration(tables: Tables, id: string, lock?: 'lock'): Promise<IntegrationRow | undefined> {
  const query = tables.selectFrom('integrations').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}
