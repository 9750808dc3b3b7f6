import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { ChannelTests } from '../../domain/alerting/deliveries/ChannelTests';
import type { ClaimedDelivery } from '../../domain/alerting/deliveries/DeliveryQueue';
import { summaryOf } from '../../domain/alerting/messages/describeMessage';
import type { NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import type { RuleKeeper } from '../../domain/alerting/rules/AlertRuleRepository';
import type { IdentityKeys } from '../../domain/ingest/IdentityKeys';
import type { Clock } from '../../lib/Clock';
import { uuidV7 } from '../../lib/uuidV7';
import { withTables } from '../connections/withTables';
import { claimedOf, type ChannelToOpen } from './claimedOf';
import { deliveryLeaseMs } from './StoredDeliveryQueue';

type FoundChannel = ChannelToOpen & { id: string; name: string };

/** Tests of channels in the delivery log. Who asked waits for the answer, so there is one attempt, begun at once. */
export class StoredChannelTests implements ChannelTests {
  readonly #pool: Pool;
  readonly #keys: Pick<IdentityKeys, 'organisationKey'>;
  readonly #clock: Clock;

  constructor(pool: Pool, keys: Pick<IdentityKeys, 'organisationKey'>, clock: Clock) {
    this.#pool = pool;
    this.#keys = keys;
    this.#clock = clock;
  }

  async begin(
    who: RuleKeeper,
    channel: { id: string } | { name: string },
    message: NoticeMessage
  ): Promise<ClaimedDelivery | undefined> {
    const now = this.#clock.now();
    const at = new Date(now);
    const id = uuidV7(now);
    const found = await withTables(this.#pool, who.orgId, async (tables) => {
      const which = 'id' in channel ? sql`id = ${channel.id}` : sql`name = ${channel.name}`;
      const { rows } = await sql<FoundChannel>`select * from notification_channels where ${which}`.execute(tables);
      const [row] = rows;
      if (row === undefined) {
        return undefined;
      }
      await sql`insert into notification_deliveries (id, org_id, alert_rule_id, rule_name, channel_id, channel_name,
          channel_kind, kind, instance_ids, conversation, summary, message, status, attempts, created_at,
          next_attempt_at, gives_up_at, leased_until)
        values (${id}, ${who.orgId}, ${message.rule.id}, ${message.rule.id === null ? '' : message.rule.name}, ${row.id},
          ${row.name}, ${row.kind}, 'test', '{}', ${id}, ${summaryOf(message)}, ${JSON.stringify(message)}, 'sending', 1,
          ${at}, ${at}, ${at}, ${new Date(now + deliveryLeaseMs)})`.execute(tables);
      await sql`insert into notification_attempts (org_id, delivery_id, number, started_at)
        values (${who.orgId}, ${id}, 1, ${at})`.execute(tables);
      return row;
    });
    return (
      found &&
      claimedOf(
        {
          ...found,
          id,
          org_id: String(who.orgId),
          channel_id: found.id,
          channel_name: found.name,
          message,
          attempts: 1,
          gives_up_at: at,
          root: null,
          first_attempt_at: at,
          may_have_arrived: false,
          latest: null,
        },
        this.#keys
      )
    );
  }
}
