import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { NoticeQueue } from '../../domain/alerting/notices/NoticeQueue';
import { inTransaction } from '../connections/withOrganisation';
import { tablesOn } from '../connections/withTables';
import type { RuleRow } from '../alerting/ruleOf';
import { settleNotices } from './settleNotices';

/** What rules owe, in the database. Choosing a rule and settling it are one transaction: nothing is to be taken over. */
export class StoredNotices implements NoticeQueue {
  readonly #pool: Pool;

  /** @param pool logs in as the jobs role */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  settleNext(now: number): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const tables = tablesOn(client);
      const { rows } = await sql<RuleRow>`select * from alert_rules where notices_due_at <= ${new Date(now)}
        order by notices_due_at limit 1 for update skip locked`.execute(tables);
      const [rule] = rows;
      if (rule === undefined) {
        return false;
      }
      await settleNotices(tables, rule, now);
      return true;
    });
  }
}
