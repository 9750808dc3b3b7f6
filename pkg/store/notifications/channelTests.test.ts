import { createChannelTester } from '../../domain/alerting/deliveries/createChannelTester';
import type { Outgoing, Sender, SendResult } from '../../domain/alerting/deliveries/Sender';
import { ada, stranger } from '../alerting/testing/alertStory';
import { forEachDatabase } from '../testing/forEachDatabase';
import { outboxStory } from './testing/outboxStory';

forEachDatabase('tests of channels', (db) => {
  const { clock, store, create, log, claim } = outboxStory(db);
  const tester = (answer: SendResult, seen: Outgoing[] = []) => {
    const sender: Sender<unknown> = {
      send: async (outgoing) => {
        seen.push(outgoing);
        return answer;
      },
    };
    const { channels, alertRules: rules, channelTests: tests, deliveryQueue: queue } = store();
    const senders = { email: sender, 'slack bot': sender, 'slack webhook': sender, webhook: sender };
    const signal = () => AbortSignal.timeout(1000);
    return createChannelTester({ channels, rules, tests, queue, senders, now: () => clock.now(), signal });
  };
  const idOf = async (name: string) => {
    const { items } = await store().channels.list(ada, { limit: 100, cursor: undefined });
    return items.find((channel) => channel.name === name)?.id ?? '';
  };

  it('answer what the provider said, and are in the log with their attempt', async () => {
    const seen: Outgoing[] = [];
    const made = await tester({ outcome: 'sent', answer: '250 OK' }, seen).testChannel(ada, await idOf('mail'));
    expect(made).toMatchObject({ channel: 'mail', outcome: 'sent', answer: '250 OK' });
    expect(seen[0]?.message.instances[0]?.message).toBe(
      'ada has sent this to see whether it arrives. Nothing is wrong.'
    );
    expect((await log())[0]).toMatchObject({
      ...{ id: made?.delivery_id, kind: 'test', status: 'sent', alert_rule_id: null, answer: '250 OK' },
      attempts: [{ number: 1, outcome: 'sent', answer: '250 OK' }],
    });
  });

  it('are tried once, also where a real message would be tried again', async () => {
    await clock.advance(1000);
    const made = await tester({ outcome: 'retry', answer: '421 busy' }).testChannel(ada, await idOf('bot'));
    expect(made).toMatchObject({ outcome: 'retry', answer: '421 busy' });
    expect((await log())[0]).toMatchObject({ status: 'failed', next_attempt_at: null });
    expect(await claim()).toEqual([]);
  });

  it('of a rule go to each of its channels, and say which of them there is not', async () => {
    const rule = await create({ notification_channels: ['mail', 'pager', 'hook'] });
    const made = await tester({ outcome: 'sent', answer: 'ok' }).testRule(ada, rule.id);
    expect(made?.map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ['mail', 'sent'],
      ['pager', 'refused'],
      ['hook', 'sent'],
    ]);
  });

  it('belong to their organisation', async () => {
    const rule = await create({ notification_channels: ['mail'] });
    const probing = tester({ outcome: 'sent', answer: 'ok' });
    expect(await probing.testChannel(stranger, await idOf('mail'))).toBeUndefined();
    expect(await probing.testRule(stranger, rule.id)).toBeUndefined();
  });
});
