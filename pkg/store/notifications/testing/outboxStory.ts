import type { CreateNotificationChannel } from '../../../../src/contract/resources/notificationChannels';
import type { ClaimedDelivery } from '../../../domain/alerting/deliveries/DeliveryQueue';
import type { Receipt } from '../../../domain/alerting/deliveries/Sender';
import { ada, alertStory } from '../../alerting/testing/alertStory';
import type { Store } from '../../openStore';
import type { TestDatabase } from '../../testing/testDatabase';

const kinds: Record<string, Pick<CreateNotificationChannel, 'kind' | 'settings'>> = {
  mail: { kind: 'email', settings: { to: ['oncall@shop.example'] } },
  bot: { kind: 'slack', settings: { bot_token: 'xoxb-0123456789', channel: '#alerts' } },
  hook: { kind: 'webhook', settings: { url: 'https://shop.example/hook', secret: 'long enough' } },
};

/** The story of alerts with three channels, `mail`, `bot` and `hook`, and with providers that take everything. */
export function outboxStory(db: TestDatabase) {
  const story = alertStory(db);
  const { clock, store } = story;
  beforeAll(async () => {
    for (const [name, channel] of Object.entries(kinds)) {
      await store().channels.create(ada, { name, ...channel });
    }
    // The rule that came with the first channel is not what these tests are about.
    for (const { id } of (await store().alertRules.list(ada, { limit: 100, cursor: undefined })).items) {
      await store().alertRules.delete(ada, id);
    }
  });

  const claim = (from: Store = store(), busyChannels: string[] = []) =>
    from.deliveryQueue.claim(clock.now(), { limit: 100, perChannel: 100, busyChannels });
  const finish = (delivery: ClaimedDelivery, receipt?: Receipt) =>
    store().deliveryQueue.finish(
      delivery,
      'sent',
      { status: 'sent', answer: 'ok', ...(receipt && { receipt }) },
      clock.now()
    );
  /** Sends everything that is due, and tells what went where: `bot opened: /a /b`. */
  const sent = async (): Promise<string[]> => {
    while (await store().notices.settleNext(clock.now())) {
      // One rule after the other.
    }
    const lines: string[] = [];
    for (let due = await claim(); due.length > 0; due = await claim()) {
      for (const delivery of due) {
        const { channelName, message } = delivery;
        const pages = message.instances.map(({ labels }) => labels.page_path ?? '?');
        lines.push(`${channelName} ${message.kind}: ${pages.join(' ')}`);
        await finish(delivery, channelName === 'bot' && delivery.root === null ? { ts: delivery.id } : undefined);
      }
    }
    return lines.toSorted();
  };
  const log = async () => {
    const all = { statuses: [], channel: undefined, ruleId: undefined, instanceId: undefined, cursor: undefined };
    return (await store().deliveryLog.list(ada, { ...all, limit: 100 })).items;
  };
  return { ...story, claim, finish, sent, log };
}
