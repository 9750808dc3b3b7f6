import { sql } from 'kysely';
import type { Pool } from 'pg';
import { ruleSettingsOf } from '../../../domain/alerting/evaluation/ruleSettingsOf';
import type { ExternalLives } from '../../../domain/alerting/integrations/ExternalAlerts';
import { passTime } from '../../../domain/alerting/integrations/passTime';
import { inTransaction } from '../../connections/withOrganisation';
import { tablesOn } from '../../connections/withTables';
import { settleNotices } from '../../notifications/settleNotices';
import { keepSteps } from '../keepSteps';
import { readSets } from '../lives';
import { ruleOf, type RuleRow } from '../ruleOf';

/** Lets time pass for alerts of other systems, in the database. */
export class StoredExternalLives implements ExternalLives {
  readonly #pool: Pool;

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Each rule in a transaction of its own; one that is being written to is left to the next time. */
  async pass(now: number): Promise<number> {
    const ids = await inTransaction(this.#pool, async (client) => {
      const { rows } = await sql<{ id: string }>`select id from alert_rules r
        where enabled and condition_config ->> 'kind' = 'external'
          and exists (select 1 from alert_label_sets s where s.alert_rule_id = r.id)`.execute(tablesOn(client));
      return rows.map(({ id }) => id);
    });
    let changed = 0;
    for (const id of ids) {
      changed += await this.#passRule(id, now);
    }
    return changed;
  }

  #passRule(id: string, now: number): Promise<number> {
    return inTransaction(this.#pool, async (client) => {
      const tables = tablesOn(client);
      const { rows } = await sql<RuleRow>`
        select * from alert_rules where id = ${id} and enabled for update skip locked`.execute(tables);
      const [rule] = rows;
      if (rule === undefined) {
        return 0;
      }
      const before = await readSets(tables, id);
      const passed = passTime({ sets: before, errorsInARow: 0 }, ruleSettingsOf(ruleOf(rule)), now);
      await keepSteps(tables, rule, before, passed, now);
      await settleNotices(tables, rule, now);
      return passed.outcomes.length;
    });
  }
}
