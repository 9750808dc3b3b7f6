import type { AlertHistoryEntry, AlertInstanceDetail } from '../../src/contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../src/contract/resources/alertRules';
import type { App } from '../../src/contract/resources/apps';
import type { ChannelTest, NotificationChannel } from '../../src/contract/resources/notificationChannels';
import type { NotificationDelivery } from '../../src/contract/resources/notificationDeliveries';
import { FakeMailServer } from '../../pkg/delivery/testing/FakeMailServer';
import { FakeSlack } from '../../pkg/delivery/testing/FakeSlack';
import { systemClock, type Clock } from '../../pkg/lib/Clock';
import { minute, second } from '../../pkg/lib/duration';
import type { Store } from '../../pkg/store/openStore';
import { forEachDatabase } from '../../pkg/store/testing/forEachDatabase';
import { openTestStore } from '../../pkg/store/testing/openTestStore';
import { alertingServer } from './alertingServer';

interface Page<T> {
  items: T[];
}

const rule = {
  name: 'Checkout is broken',
  severity: 'high',
  condition_type: 'threshold',
  notification_channels: ['on-call mail', 'on-call Slack'],
  condition_config: {
    query: { kind: 'errors', calculation: 'count', groupBy: ['app', 'page_path'] },
    ...{ window_minutes: 5, operator: '>', value: 0, delay_seconds: 0, evaluation_interval_seconds: 10 },
  },
};

jest.setTimeout(60_000);

forEachDatabase('an alert, from the browser that breaks to the message that says it is over', (db) => {
  let now = systemClock.now();
  const clock: Clock = { ...systemClock, now: () => now };
  const mails = new FakeMailServer();
  const slack = new FakeSlack();
  let store: Store;
  let server: ReturnType<typeof alertingServer>;
  let api_url: string;

  beforeAll(async () => {
    const url = await mails.start();
    api_url = await slack.start();
    store = openTestStore(db, { clock });
    server = alertingServer({ store, clock, mail: { url, from: 'Seamark <alerts@shop.example>' } });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
    await Promise.all([mails.stop(), slack.stop()]);
  });

  const collect = async (app: App, type: string, context: object = {}): Promise<void> => {
    const exception = { type, value: 'cart is undefined', timestamp: new Date(now - 1).toISOString(), context };
    const { statusCode } = await server.ingest.inject({
      method: 'POST',
      url: `/collect/${app.keys[0]?.key}`,
      payload: { meta: { page: { url: 'https://shop.example/cart' } }, exceptions: [exception] },
    });
    expect(statusCode).toBe(202);
  };
  const after = async (ms: number): Promise<void> => {
    now += ms;
    await server.turn();
  };
  const create = <T>(path: string, body: object) => server.call<T>('POST', path, body);
  const open = async () =>
    (await server.call<Page<AlertInstanceDetail>>('GET', '/alert-instances?status=active,acknowledged')).items;
  const log = async (query = '') =>
    (await server.call<Page<NotificationDelivery>>('GET', `/notification-deliveries${query}`)).items;

  it('is told once to each, whatever goes wrong on the way, and can be followed to its end', async () => {
    const app = await create<App>('/apps', { name: 'shop', allowed_origins: ['*'], consent_mode: 'off' });
    await create('/notification-channels', {
      ...{ name: 'on-call mail', kind: 'email', settings: { to: ['oncall@shop.example'] } },
    });
    const channel = await create<NotificationChannel>('/notification-channels', {
      ...{
        name: 'on-call Slack',
        kind: 'slack',
        settings: { bot_token: 'xoxb-0123456789', channel: '#alerts', api_url },
      },
    });
    const tested = await create<ChannelTest>(`/notification-channels/${channel.id}/test`, {});
    expect(tested).toMatchObject({ outcome: 'sent', answer: expect.stringContaining('Posted as') });
    const { id: ruleId } = await create<AlertRuleDetail>('/alert-rules', rule);
    await server.turn();
    expect([await open(), mails.mails]).toEqual([[], []]);

    // The page breaks, and so do the mail server and Slack.
    mails.faults.push({ at: 'data', what: 451 });
    slack.faults.push(['chat.postMessage', { retryAfter: 20 }]);
    await collect(app, 'TypeError');
    await after(10 * second);
    const [instance] = await open();
    expect(instance).toMatchObject({ status: 'active', labels: { app: 'shop', page_path: '/cart' } });
    expect([mails.mails.length, slack.messages.length]).toEqual([0, 1]);
    expect((await log(`?rule=${ruleId}`)).map(({ status, answer }) => [status, answer]).toSorted()).toEqual([
      ['waiting', expect.stringContaining('451')],
      ['waiting', 'ratelimited'],
    ]);
    await after(10 * second);
    await after(15 * second);
    expect(mails.mails.map(({ subject }) => subject)).toEqual([
      '[high] Checkout is broken (app shop, page_path /cart)',
    ]);
    expect(slack.messages).toHaveLength(2);
    const message = slack.messages.at(-1);
    expect(message?.text).toBe('Firing: Checkout is broken (app shop, page_path /cart)');
    expect(mails.mails[0]?.text).toContain(`https://grafana.example/a/seamark-monitoring-app/alerts/${instance?.id}`);

    await create(`/alert-instances/${instance?.id}/acknowledge`, { comment: 'on it', expected_version: 1 });
    await after(10 * second);
    expect(JSON.stringify(message)).toContain('*Acknowledged by API*');
    expect(slack.messages.at(-1)).toMatchObject({ thread_ts: message?.ts, text: expect.stringContaining('on it') });
    expect(mails.mails.at(-1)).toMatchObject({
      subject: 'Re: [high] Checkout is broken (app shop, page_path /cart)',
      inReplyTo: mails.mails[0]?.messageId,
      text: expect.stringMatching(/^Acknowledged by API: .*[^]*API: on it/),
    });
    expect(mails.mails).toHaveLength(2);

    // No further error: at the end of the window it has recovered.
    await after(6 * minute);
    expect(await open()).toEqual([]);
    expect(JSON.stringify(message)).toContain('*Resolved*');
    expect(mails.mails.at(-1)).toMatchObject({
      subject: 'Re: [high] Checkout is broken (app shop, page_path /cart)',
      inReplyTo: mails.mails[0]?.messageId,
    });
    expect(mails.mails).toHaveLength(3);
    const { items: history } = await server.call<Page<AlertHistoryEntry>>(
      'GET',
      `/alert-instances/${instance?.id}/history`
    );
    expect(history.map(({ kind, actor, comment }) => [kind, actor, comment])).toEqual([
      ['opened', null, null],
      ['acknowledged', 'API', 'on it'],
      ['resolved', null, null],
    ]);
    const deliveries = await log(`?instance=${instance?.id}`);
    expect(deliveries.map(({ channel_name: name, kind, status }) => `${name} ${kind} ${status}`).toSorted()).toEqual([
      'on-call Slack acknowledged sent',
      'on-call Slack opened sent',
      'on-call Slack resolved sent',
      'on-call mail acknowledged sent',
      'on-call mail opened sent',
      'on-call mail resolved sent',
    ]);
    const mailed = deliveries.find(({ kind, channel_kind: of }) => kind === 'opened' && of === 'email');
    expect(mailed?.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'sent']);
    expect(await server.metrics()).toContain('seamark_notification_attempts_total{kind="email",outcome="retry"} 1');
    expect(await server.metrics()).toContain('seamark_notifications_waiting 0');
  });

  it('that is critical is told of in the turn after it was stored, by the rule that comes with the organisation', async () => {
    const { items } = await server.call<Page<AlertRuleDetail>>('GET', '/alert-rules');
    const builtIn = items.find(({ name }) => name === 'Critical errors');
    await server.call('PATCH', `/alert-rules/${builtIn?.id}`, { notification_channels: ['on-call mail'] });
    const app = await create<App>('/apps', {
      ...{ name: 'till', allowed_origins: ['*'], consent_mode: 'off' },
      severity_rules: [{ severity: 'critical', type: 'PaymentError' }],
    });
    await server.turn();
    const before = mails.mails.length;
    now += second;
    await collect(app, 'PaymentError');
    now += second;
    // The watch makes the rule due in the first turn; a process evaluates it in the next.
    await server.turn();
    await server.turn();
    const told = mails.mails.slice(before).map(({ subject }) => subject);
    expect(told).toContain('[critical] PaymentError in till on /cart');
    const critical = (await open()).find(({ severity }) => severity === 'critical');
    expect(critical).toMatchObject({ message: '1 in 15 minutes.', triggered_data: { unit: 'count' } });
    expect(critical?.triggered_data).toMatchObject({ subject: 'PaymentError' });
  });
});
