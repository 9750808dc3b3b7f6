import { day, hour } from '../../lib/duration';
import { testApp, testNow } from './testing/fakeStore';
import { mapItems } from './testing/mapping';

const timestamp = new Date(testNow - 1000).toISOString();
const server = { app: testApp({ keyScope: 'server' }) };

describe('the plain batch', () => {
  it('keeps every column, and what is no column as an attribute', () => {
    const { rows, accepted } = mapItems(
      [
        { type: 'event', event_type: 'user_action', event_name: 'pay', event_data: { a: 1 }, extra: 'b', referrer: 'https://x.example/?q=1', browser: 'Firefox', page_url: 'https://shop.example/order/7?x=1', session_id: 's1', environment: 'prod', release: '1', country: 'de', timestamp },
        { type: 'metric', name: 'API_RESPONSE_TIME', value: 12.5, unit: 'ms', timestamp },
        { type: 'performance', metric_type: 'lcp', metric_value: 2600, metric_id: 'v1', device_info: { os: 'Linux' }, timestamp },
        { type: 'error', error_type: 'api', error_message: 'failed', severity: 'critical', url: 'https://shop.example/cart', user_agent: 'curl/8', context: { status: 503 }, timestamp },
        { type: 'health', service_name: 'api', status: 'degraded', response_time_ms: 5, error_rate: 0.5, last_error: 'slow', metadata: { region: 'eu' }, checked_at: timestamp },
      ],
      server
    ); // prettier-ignore
    expect(accepted).toEqual({ event: 1, metric: 1, performance: 1, error: 1, health: 1 });
    expect(rows.analytics_events[0]).toMatchObject({
      event_type: 'user_action', event_name: 'pay', event_data: { a: 1, extra: 'b' }, referrer: 'https://x.example', session_id: 's1',
      page_url: 'https://shop.example/order/7', page_path: '/order/:id', environment: 'prod', release: '1', country: 'DE', device: { info: { browser: 'Firefox' } },
    }); // prettier-ignore
    expect(rows.monitoring_metrics[0]).toMatchObject({ name: 'API_RESPONSE_TIME', value: 12.5, unit: 'ms' });
    expect(rows.performance_data[0]).toMatchObject({
      metric_type: 'LCP',
      metric_unit: 'ms',
      rating: 'needs_improvement',
      metric_id: 'v1',
      device: { info: { os: 'Linux' } },
    });
    expect(rows.error_logs[0]).toMatchObject({
      severity: 'critical',
      error_type: 'api',
      page_url: 'https://shop.example/cart',
      user_agent: 'curl/8',
    });
    expect(rows.system_health[0]).toEqual({
      id: expect.any(String), org_id: 7, app_id: testApp().appId, timestamp: testNow - 1000, service_name: 'api', status: 'degraded',
      response_time_ms: 5, error_rate: 0.5, last_error: 'slow', metadata: { region: 'eu' },
    }); // prettier-ignore
  });

  it.each([
    [null, 'object'],
    [{ type: 'nothing' }, 'type must be'],
    [{ type: '__proto__' }, 'type must be'],
    [{ type: 'event', timestamp }, 'event_type'],
    [{ type: 'event', event_type: 5, timestamp }, 'event_type'],
    [{ type: 'event', event_type: 'x'.repeat(65), timestamp }, 'event_type'],
    [{ type: 'event', event_type: 'a', event_data: [], timestamp }, 'event_data'],
    [{ type: 'event', event_type: 'a', session_id: 'a b', timestamp }, 'session_id'],
    [{ type: 'event', event_type: 'a', timestamp: 'soon' }, 'timestamp'],
    [{ type: 'metric', name: 'a', value: '5', timestamp }, 'value'],
    [{ type: 'metric', name: 'a', timestamp }, 'value'],
    [{ type: 'performance', metric_type: 'LCP', metric_value: 5, rating: 'great', timestamp }, 'rating'],
    [{ type: 'error', error_type: 'api', timestamp }, 'error_message'],
    [{ type: 'error', error_type: 'api', error_message: 'x', severity: 'bad', timestamp }, 'severity'],
    [{ type: 'health', service_name: 'a', status: 'up', checked_at: timestamp }, 'status'],
    [{ type: 'health', service_name: 'a', status: 'down', error_rate: 2, checked_at: timestamp }, 'error_rate'],
    [
      { type: 'health', service_name: 'a', status: 'down', checked_at: new Date(testNow - 31 * day).toISOString() },
      'checked_at',
    ],
  ])('refuses %j alone, and says why', (item, reason) => {
    const { accepted, rejected } = mapItems([{ type: 'event', event_type: 'good', timestamp }, item], server);
    expect(accepted).toEqual({ event: 1 });
    expect(rejected).toEqual([{ index: 1, kind: expect.any(String), reason: expect.stringContaining(reason) }]);
  });

  it('stores a person as a pseudonym and takes them out of the rest of the item', () => {
    const item = {
      type: 'event',
      event_type: 'a',
      user_id: 'jane-0815',
      event_data: { note: 'by JANE-0815', list: ['jane-0815'] },
      timestamp,
    };
    const { rows } = mapItems([item, { ...item, event_type: 'b' }]);
    expect(rows.people).toHaveLength(1);
    expect(rows.analytics_events[0]?.user_id).toBe(rows.people[0]?.id);
    expect(JSON.stringify(rows)).not.toMatch(/jane-0815/i);
  });

  it('calls critical high when a browser says so', () => {
    const item = { type: 'error', error_type: 'javascript', error_message: 'x', severity: 'critical', timestamp };
    expect(mapItems([item]).rows.error_logs[0]?.severity).toBe('high');
    expect(mapItems([item], { app: testApp({ trustClientCritical: true }) }).rows.error_logs[0]?.severity).toBe(
      'critical'
    );
  });

  it('drops events and strips the rest without consent, but asks nobody about health', () => {
    const items = [
      { type: 'event', event_type: 'a', timestamp },
      { type: 'metric', name: 'a', value: 1, user_id: 'jane-0815', session_id: 's1', metadata: { a: 1 }, timestamp },
      { type: 'error', error_type: 'a', error_message: 'b', context: { a: 1 }, timestamp },
      { type: 'health', service_name: 'a', status: 'down', metadata: { a: 1 }, checked_at: timestamp },
    ];
    const { rows, dropped } = mapItems(items, { app: testApp({ keyScope: 'server', consentMode: 'required' }) });
    expect(dropped).toEqual({ no_consent: 1 });
    expect(rows.people).toEqual([]);
    expect(rows.monitoring_metrics[0]).toMatchObject({ user_id: null, session_id: null, metadata: {} });
    expect(rows.error_logs[0]).toMatchObject({ context: {}, fingerprint_rule: 'message' });
    expect(rows.system_health[0]?.metadata).toEqual({ a: 1 });
  });

  it('lets the send time of the batch show any offset, but a single item no more than a day', () => {
    const year = 365 * day;
    const event = (offset: number) => ({
      type: 'event',
      event_type: 'a',
      timestamp: new Date(testNow + offset).toISOString(),
    });
    const sent = mapItems([event(year - 1000)], {}, { sent_at: new Date(testNow + year).toISOString() });
    expect(sent.rows.analytics_events[0]?.timestamp).toBe(testNow - 1000);
    const { rows, rejected } = mapItems([event(-1000), event(year)]);
    expect(rows.analytics_events.map((row) => row.timestamp)).toEqual([testNow - 1000]);
    expect(rejected).toEqual([{ index: 1, kind: 'event', reason: 'timestamp is in the future' }]);
  });

  it.each([
    ['longer', 200 * day, 150 * day, []],
    ['shorter', 7 * day, 8 * day, [{ index: 0, kind: 'event', reason: 'timestamp is older than the raw retention' }]],
    ['shorter', 7 * day, 6 * day, []],
  ])('takes what the organisation still keeps: %s than the default', (_, kept, age, rejected) => {
    const item = { type: 'event', event_type: 'a', timestamp: new Date(testNow - age).toISOString() };
    const metric = { type: 'metric', name: 'a', value: 1, timestamp: new Date(testNow - 31 * day).toISOString() };
    const own = { app: testApp({ rawRetention: { analytics_events: kept } }) };
    expect(mapItems([item], own).rejected).toEqual(rejected);
    expect(mapItems([metric], own).rejected).toHaveLength(1);
  });

  it('corrects times by the send time of the batch', () => {
    const sent_at = new Date(testNow - 3 * hour).toISOString();
    const item = { type: 'event', event_type: 'a', timestamp: new Date(testNow - 3 * hour - 1000).toISOString() };
    const { rows } = mapItems([item], {}, { sent_at });
    expect(rows.analytics_events[0]).toMatchObject({
      timestamp: testNow - 1000,
      event_data: { original_timestamp: item.timestamp },
    });
  });
});
