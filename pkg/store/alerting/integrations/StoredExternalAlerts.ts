import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { RuleEvaluation } from '../../../../src/contract/resources/alertRules';
import { ruleSettingsOf } from '../../../domain/alerting/evaluation/ruleSettingsOf';
import type { ExternalNotification } from '../../../domain/alerting/integrations/ExternalAlert';
import type { ExternalAlerts, KnownIntegration, Reception } from '../../../domain/alerting/integrations/ExternalAlerts';
import { judgeExternal } from '../../../domain/alerting/integrations/judgeExternal';
import { problemOfNotification } from '../../../domain/alerting/integrations/problemOfNotification';
import { withKnownSetting, withTables, type Tables } from '../../connections/withTables';
import { settleNotices } from '../../notifications/settleNotices';
import { keepSteps } from '../keepSteps';
import { readSets } from '../lives';
import { ruleOf } from '../ruleOf';
import { hashOfIntegrationToken } from './integrationToken';

/** Alerts of other systems, kept under the rules of their integrations. */
export class StoredExternalAlerts implements ExternalAlerts {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async find(id: string, token: string): Promise<KnownIntegration | undefined> {
    const hash = hashOfIntegrationToken(token);
    const row = await withKnownSetting(this.#pool, 'seamark.integration_hash', hash, (tables) =>
      tables.selectFrom('integrations').selectAll().where('secret_hash', '=', hash).executeTakeFirst()
    );
    return row === undefined || row.id !== id.toLowerCase()
      ? undefined
      : { id: row.id, orgId: Number(row.org_id), kind: row.kind, ruleId: row.alert_rule_id };
  }

  receive(integration: KnownIntegration, notification: ExternalNotification, now: number): Promise<Reception> {
    return withTables(this.#pool, integration.orgId, async (tables) => {
      // The rule's row is the lock of all lives under it: a person may act at this moment.
      const rule = await tables
        .selectFrom('alert_rules')
        .selectAll()
        .where('id', '=', integration.ruleId)
        .forUpdate()
        .executeTakeFirst();
      await noteReception(tables, integration.id, problemOfNotification(notification), now);
      if (rule === undefined || !rule.enabled) {
        return { opened: 0, resolved: 0, ignored: 'The rule of this integration is switched off' };
      }
      const before = await readSets(tables, rule.id);
      const memory = { sets: before, errorsInARow: 0 };
      const judged = judgeExternal(memory, notification.alerts, ruleSettingsOf(ruleOf(rule)), now);
      const kept = await keepSteps(tables, rule, before, judged, now);
      const firing = notification.alerts.filter(({ status }) => status === 'firing').length;
      const summary: RuleEvaluation = {
        at: new Date(now).toISOString(),
        duration_ms: 0,
        label_sets: notification.alerts.length,
        firing,
        error: null,
      };
      await sql`update alert_rules set last_evaluation = ${JSON.stringify(summary)},
        last_triggered = ${kept.opened > 0 ? new Date(now) : rule.last_triggered} where id = ${rule.id}`.execute(
        tables
      );
      await settleNotices(tables, rule, now);
      return kept;
    });
  }
}

async function noteReception(tables: Tables, id: string, problem: string | null, now: number): Promise<void> {
  await tables
    .updateTable('integrations')
    .set({ last_received_at: new Date(now), last_problem: problem })
    .where('id', '=', id)
    .execute();
}
