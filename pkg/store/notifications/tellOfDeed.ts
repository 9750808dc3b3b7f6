import type { Tables } from '../connections/withTables';
import type { RuleRow } from '../alerting/ruleOf';
import { settleNotices } from './settleNotices';
import { writeDeliveries } from './writeDeliveries';

/** What a person did to an instance. */
interface TellableDeed {
  instanceId: string;
  kind: 'acknowledged' | 'unacknowledged' | 'resolved' | 'assigned' | 'commented';
  actor: string;
  comment?: string | undefined;
}

/**
 * Writes what a person did as deliveries, in the transaction of the deed: an end goes wherever the opening was told, all
 * else to channels that show it in their message or want to hear of it. What one person does to many at once is one message
 * where a message disturbs somebody. The caller holds the lock of the rule's row.
 */
export async function tellOfDeed(
  tables: Tables,
  rule: RuleRow,
  { instanceId, kind, actor, comment }: TellableDeed,
  now: number
): Promise<void> {
  if (kind !== 'resolved') {
    const event = { kind, instances: [instanceId], actor, comment: comment ?? null, isDeed: true };
    await writeDeliveries(tables, rule, event, now);
  }
  await settleNotices(tables, rule, now, { deed: { actor, comment: comment ?? null }, isOneOfMany: true });
}
