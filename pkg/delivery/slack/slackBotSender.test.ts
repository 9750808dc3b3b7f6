import type { Outgoing } from '../../domain/alerting/deliveries/Sender';
import type { NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import { addressGuard } from '../../lib/outbound/AddressGuard';
import { FakeSlack, type SlackFault } from '../testing/FakeSlack';
import { deliveryId, outgoing, sampleInstance } from '../testing/sampleOutgoing';
import { senderParts } from '../testing/senderParts';
import { slackBotSender } from './slackBotSender';

describe('Slack, spoken to as an app', () => {
  const slack = new FakeSlack();
  let api_url: string;
  beforeAll(async () => {
    api_url = await slack.start();
  });
  afterAll(() => slack.stop());
  beforeEach(() => {
    slack.messages.length = 0;
    slack.calls.length = 0;
  });

  const send = (message: Partial<NoticeMessage> = {}, more: Partial<Outgoing> = {}, ms = 10_000, channel = 'C1') =>
    slackBotSender(senderParts()).send(
      outgoing(message, more),
      { bot_token: 'xoxb-0123456789', channel, api_url },
      AbortSignal.timeout(ms)
    );
  const opened = async () => {
    const result = await send();
    if (result.outcome !== 'sent' || result.receipt === undefined) {
      throw new Error('nothing was posted');
    }
    return result.receipt;
  };

  it('posts what opened, with a link to it, and says what the message is called', async () => {
    const receipt = await opened();
    expect(slack.messages).toMatchObject([
      { text: 'Firing: LCP is poor (page_path /cart)', ts: receipt.ts, channel: receipt.channel, thread_ts: undefined },
    ]);
    expect(JSON.stringify(slack.messages[0]?.attachments)).toContain(
      '<https://grafana.example/a/seamark-monitoring-app/alerts/019abcde-0000-7000-8000-0000000000a1|LCP is poor'
    );
    expect(slack.messages[0]?.metadata).toMatchObject({ event_payload: { delivery_id: deliveryId } });
  });

  it('edits that message through the life, and says in its thread what is worth a line', async () => {
    const root = await opened();
    const acknowledged = sampleInstance({ status: 'acknowledged', acknowledged_login: 'ada' });
    const list = { instances: [acknowledged], count: 1 };
    await send({ kind: 'acknowledged', actor: 'ada', ...list, standing: list, references: ['x'] }, { root });
    expect(slack.messages).toHaveLength(1);
    expect(JSON.stringify(slack.messages[0])).toContain('*Acknowledged by ada*');
    await send({ kind: 'commented', actor: 'bob', comment: 'rolled back', ...list, standing: list }, { root });
    expect(slack.messages[1]).toMatchObject({
      thread_ts: root.ts,
      text: 'Comment by bob\n&gt; rolled back'.replace('&gt;', '>'),
    });
    await send({ kind: 'reminder', ...list, standing: list }, { root });
    expect(slack.messages[2]).toMatchObject({ thread_ts: root.ts, reply_broadcast: true });
    const over = { instances: [sampleInstance({ status: 'resolved', resolve_reason: 'recovered' })], count: 1 };
    await send({ kind: 'resolved', ...over, standing: over }, { root });
    expect(slack.messages[0]?.edits).toBe(4);
    expect(JSON.stringify(slack.messages[0])).toContain('*Resolved*');
    expect(slack.roots()).toHaveLength(1);
  });

  it('shows in one message how each of many stands', async () => {
    const root = await opened();
    const instances = [sampleInstance({ status: 'resolved', resolve_reason: 'recovered' }), sampleInstance()];
    await send({ kind: 'resolved', instances: instances.slice(0, 1), standing: { instances, count: 2 } }, { root });
    expect(JSON.stringify(slack.messages[0])).toContain('*Firing: 1 of 2*');
  });

  it('posts anew where its message is gone', async () => {
    const list = { instances: [sampleInstance()], count: 1 };
    const result = await send({ kind: 'resolved', standing: list }, { root: { ts: '1.2', channel: 'C1' } });
    expect(result).toMatchObject({ outcome: 'sent', receipt: { channel: 'C1' } });
    expect(slack.roots()).toHaveLength(1);
  });

  it('lets no text become a mention, a link or a command', async () => {
    const title = '<!channel> <@U123> @here <https://evil.example|click> & more';
    await send({ instances: [sampleInstance({ title, message: '<!everyone>' })], comment: '<!subteam^S1>' });
    const posted = JSON.stringify(slack.messages);
    expect(posted).not.toMatch(/<!|<@|<https:\/\/evil/);
    expect(posted).toContain('&lt;!channel&gt; &lt;@U123&gt;');
    expect(posted).toContain('"verbatim":true');
  });

  it.each<[string, SlackFault, object]>([
    ['too many requests', { retryAfter: 30 }, { outcome: 'retry', retryAfterMs: 30_000 }],
    ['a broken Slack', { status: 500 }, { outcome: 'retry', answer: 'Slack answered 500' }],
    ['a fault of Slack’s own', 'internal_error', { outcome: 'retry' }],
    [
      'a channel that there is not',
      'channel_not_found',
      { outcome: 'refused', answer: expect.stringContaining('no such channel') },
    ],
    ['a channel it is not in', 'not_in_channel', { outcome: 'refused', answer: expect.stringContaining('/invite') }],
    ['a wrong token', 'invalid_auth', { outcome: 'refused', answer: expect.stringContaining('not valid') }],
    ['an error that nobody knows', 'strange_error', { outcome: 'refused', answer: 'strange_error' }],
    ['a dropped connection', 'drop', { outcome: 'unknown' }],
  ])('meets %s with a stated outcome', async (_what, fault, result) => {
    slack.faults.push(['chat.postMessage', fault]);
    expect(await send()).toMatchObject(result);
    expect(slack.messages).toEqual([]);
  });

  it('does not wait for a Slack that says nothing', async () => {
    slack.faults.push(['chat.postMessage', 'silence']);
    expect(await send({}, {}, 300)).toEqual({ outcome: 'unknown', answer: 'There was no answer in time' });
  });

  it('posts once where an earlier attempt had arrived without anybody knowing', async () => {
    slack.faults.push(['chat.postMessage', 'drop after']);
    expect(await send()).toMatchObject({ outcome: 'unknown' });
    const again = await send({}, { mayHaveArrived: true });
    expect(again).toMatchObject({ outcome: 'sent', receipt: { ts: slack.messages[0]?.ts } });
    expect(slack.messages).toHaveLength(1);
    const root = slack.messages[0] && { ts: slack.messages[0].ts, channel: 'C1' };
    const list = { instances: [sampleInstance()], count: 1 };
    const comment = { kind: 'commented' as const, comment: 'on it', standing: list };
    slack.faults.push(['chat.postMessage', 'drop after']);
    await send(comment, { root: root ?? null, id: 'another' });
    await send(comment, { root: root ?? null, id: 'another', mayHaveArrived: true });
    expect(slack.messages).toHaveLength(2);
  });

  it('looks for it in a channel that it knows by name only where something was posted there before', async () => {
    slack.faults.push(['chat.postMessage', 'drop after']);
    expect(await send({}, {}, 10_000, '#alerts')).toMatchObject({ outcome: 'unknown' });
    const latest = { channel: 'C1', ts: '1.1' };
    const again = await send({}, { mayHaveArrived: true, latest }, 10_000, '#alerts');
    expect(again).toMatchObject({ answer: 'An earlier attempt had arrived', receipt: { channel: 'C1' } });
    expect(slack.messages).toHaveLength(1);
    expect(await send({}, { mayHaveArrived: true, latest: null }, 10_000, '#alerts')).toMatchObject({
      outcome: 'sent',
    });
    expect(slack.messages).toHaveLength(2);
  });

  it('posts again where it may not look whether it had', async () => {
    slack.faults.push(['conversations.history', 'missing_scope']);
    expect(await send({}, { mayHaveArrived: true })).toMatchObject({ outcome: 'sent' });
    expect(slack.calls).toEqual(['conversations.history', 'chat.postMessage']);
  });

  it('goes to no private address that a setting does not allow', async () => {
    const strict = slackBotSender(senderParts({ guard: addressGuard([], 'SEAMARK_WEBHOOK_ALLOW') }));
    const settings = { bot_token: 'xoxb-0123456789', channel: '#alerts', api_url };
    expect(await strict.send(outgoing(), settings, AbortSignal.timeout(1000))).toEqual({
      outcome: 'refused',
      answer: expect.stringContaining('SEAMARK_WEBHOOK_ALLOW'),
    });
    expect(slack.calls).toEqual([]);
  });
});
