import type { ChannelTest } from '../../../../src/contract/resources/notificationChannels';
import type { ChannelRepository } from '../channels/ChannelRepository';
import type { ChannelTester } from '../channels/ChannelTester';
import { sampleMessage } from '../messages/sampleMessage';
import type { AlertRuleRepository } from '../rules/AlertRuleRepository';
import type { ChannelTests } from './ChannelTests';
import type { ClaimedDelivery, DeliveryQueue } from './DeliveryQueue';
import { sendThrough, type Senders, type SendResult } from './Sender';

interface TesterParts {
  channels: ChannelRepository;
  rules: AlertRuleRepository;
  tests: ChannelTests;
  queue: Pick<DeliveryQueue, 'finish'>;
  senders: Senders;
  now: () => number;
  /** Ends an attempt that takes too long. */
  signal: () => AbortSignal;
}

/** Tests channels with a message that says that it is a test. A test is tried once, whatever comes of it. */
export function createChannelTester({
  channels,
  rules,
  tests,
  queue,
  senders,
  now,
  signal,
}: TesterParts): ChannelTester {
  const attempt = async (delivery: ClaimedDelivery): Promise<ChannelTest> => {
    const startedAt = now();
    const result: SendResult =
      'problem' in delivery.channel
        ? { outcome: 'refused', answer: delivery.channel.problem }
        : await sendThrough(senders, delivery, delivery.channel, signal());
    const { outcome, answer } = result;
    const status = outcome === 'sent' ? 'sent' : 'failed';
    await queue.finish(delivery, outcome, { status, answer }, now());
    return { channel: delivery.channelName, outcome, answer, duration_ms: now() - startedAt, delivery_id: delivery.id };
  };

  return {
    testChannel: async (who, id) => {
      const channel = await channels.get(who, id);
      if (channel === undefined) {
        return undefined;
      }
      const about = { id: null, name: channel.name, severity: 'low' as const };
      const delivery = await tests.begin(who, { id }, sampleMessage(about, new Date(now()).toISOString(), who.login));
      return delivery && attempt(delivery);
    },
    testRule: async (who, id) => {
      const rule = await rules.get(who, id);
      if (rule === undefined) {
        return undefined;
      }
      const { name, severity } = rule;
      const message = sampleMessage({ id, name, severity }, new Date(now()).toISOString(), who.login);
      return Promise.all(
        [...new Set(rule.notification_channels)].map(async (channel) => {
          const delivery = await tests.begin(who, { name: channel }, message);
          return delivery === undefined ? missing(channel) : attempt(delivery);
        })
      );
    },
  };
}

function missing(channel: string): ChannelTest {
  const answer = `There is no channel named "${channel}". Create it, or take it out of the rule`;
  return { channel, outcome: 'refused', answer, duration_ms: 0, delivery_id: null };
}
