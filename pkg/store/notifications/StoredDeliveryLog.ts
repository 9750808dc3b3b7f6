import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { DeliveryAttempt, NotificationDelivery } from '../../../src/contract/resources/notificationDeliveries';
import type { DeliveryLog, DeliverySelection } from '../../domain/alerting/deliveries/DeliveryLog';
import type { RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import { withTables, type Tables } from '../connections/withTables';
import { cutPage, isCursor } from '../pages/cutPage';

/** Attempts that one delivery shows. */
const mostAttempts = 20;

type Times = 'created_at' | 'next_attempt_at' | 'gives_up_at' | 'finished_at';

interface LogRow extends Omit<NotificationDelivery, Times | 'attempts' | 'attempt_count'> {
  created_at: Date;
  next_attempt_at: Date | null;
  gives_up_at: Date;
  finished_at: Date | null;
  attempts: number;
}

interface AttemptRow extends Omit<DeliveryAttempt, 'started_at' | 'finished_at'> {
  delivery_id: string;
  started_at: Date;
  finished_at: Date | null;
}

/** The delivery log in the database. */
export class StoredDeliveryLog implements DeliveryLog {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  list(who: RuleKeeper, selection: DeliverySelection) {
    return withTables(this.#pool, who.orgId, async (tables) => {
      const { rows } = await sql<LogRow>`select * from notification_deliveries
        where ${sql.join(conditions(selection), sql` and `)} order by id desc limit ${selection.limit + 1}`.execute(
        tables
      );
      const page = cutPage(rows, selection.limit);
      const attempts = await readAttempts(tables, page.items);
      return { ...page, items: page.items.map((row) => deliveryOf(row, attempts.get(row.id) ?? [])) };
    });
  }
}

function conditions({ statuses, channel, ruleId, instanceId, cursor }: DeliverySelection) {
  const found = [sql`true`];
  if (statuses.length > 0) {
    found.push(sql`status = any(${[...statuses]}::text[])`);
  }
  if (channel !== undefined) {
    found.push(sql`channel_name = ${channel}::text`);
  }
  if (ruleId !== undefined) {
    found.push(sql`alert_rule_id = ${ruleId}::uuid`);
  }
  if (instanceId !== undefined) {
    found.push(sql`instance_ids @> array[${instanceId}::uuid]`);
  }
  if (isCursor(cursor)) {
    found.push(sql`id < ${cursor}::uuid`);
  }
  return found;
}

async function readAttempts(tables: Tables, of: readonly LogRow[]): Promise<Map<string, DeliveryAttempt[]>> {
  const found = new Map<string, DeliveryAttempt[]>();
  const { rows } = await sql<AttemptRow>`select a.* from notification_attempts a
    join notification_deliveries d on d.id = a.delivery_id
    where a.delivery_id = any(${of.map(({ id }) => id)}::uuid[]) and a.number > d.attempts - ${mostAttempts}
    order by a.number`.execute(tables);
  for (const { delivery_id: id, number, started_at, finished_at, outcome, answer } of rows) {
    const attempt = {
      number,
      started_at: started_at.toISOString(),
      finished_at: finished_at?.toISOString() ?? null,
      outcome,
      answer,
    };
    found.set(id, [...(found.get(id) ?? []), attempt]);
  }
  return found;
}

function deliveryOf(row: LogRow, attempts: DeliveryAttempt[]): NotificationDelivery {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    alert_rule_id: row.alert_rule_id,
    rule_name: row.rule_name,
    channel_id: row.channel_id,
    channel_name: row.channel_name,
    channel_kind: row.channel_kind,
    instance_ids: row.instance_ids,
    summary: row.summary,
    created_at: row.created_at.toISOString(),
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
    gives_up_at: row.gives_up_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
    answer: row.answer,
    attempt_count: row.attempts,
    attempts,
  };
}
