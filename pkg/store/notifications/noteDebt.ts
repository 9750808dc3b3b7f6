import { sql } from 'kysely';
import type { Change } from '../../domain/alerting/lifecycle/Life';
import type { Debt } from '../../domain/alerting/notices/Debt';
import { owe } from '../../domain/alerting/notices/owe';
import type { Tables } from '../connections/withTables';

/** Notes what people have to be told after a change of an instance, in the transaction of the change. */
export async function noteDebt(tables: Tables, instanceId: string, change: Change): Promise<void> {
  const { rows } = await sql<{ is_announced: boolean; owed: Debt['owed'] }>`
    select is_announced, owed from alert_instances where id = ${instanceId}`.execute(tables);
  const [row] = rows;
  if (row === undefined) {
    return;
  }
  const debt = owe({ isAnnounced: row.is_announced, owed: row.owed }, change);
  if (debt.owed !== row.owed) {
    await sql`update alert_instances set owed = ${debt.owed} where id = ${instanceId}`.execute(tables);
  }
}
