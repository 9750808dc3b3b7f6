import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testApp, testNow } from './testing/fakeStore';
import { mapPayload } from './testing/mapping';

const at = (offset: number) => new Date(testNow + offset).toISOString();
const timestamp = at(-1000);
const fixture = (name: string) => readFileSync(join(__dirname, '../../domain/ingest/fixtures', name), 'utf8');
const fixtureTime = Date.parse('2021-09-30T10:46:18Z');

describe('real payloads', () => {
  it('become rows of every kind; spans without ids are refused alone', () => {
    const { rows, rejected, accepted } = mapPayload(fixture('alloy-payload.json'), { receivedAt: fixtureTime });
    expect(accepted).toEqual({ event: 2, exception: 1, log: 2, measurement: 1 });
    expect(rejected.map(({ kind, index }) => [kind, index])).toEqual([
      ['span', 0],
      ['span', 1],
    ]);
    expect(rows.analytics_events.map((row) => [row.event_type, row.event_name])).toEqual([
      ['custom', 'click_login_button'], ['custom', 'click_reset_password_button'], ['log', 'info'], ['log', 'trace'],
    ]); // prettier-ignore
    expect(rows.monitoring_metrics.map(({ name, value }) => [name, value])).toEqual([
      ['foobar.ttfp', 20.12], ['foobar.ttfcp', 22.12], ['foobar.ttfb', 14],
    ]); // prettier-ignore
    expect(rows.error_logs[0]).toMatchObject({
      error_type: 'javascript',
      error_message: "Cannot read property 'find' of undefined",
      environment: 'production',
      release: '0.8.2',
      page_url: 'https://example.com/page',
      session_id: 'abcd',
      context: { type: 'Error', component: 'ReactErrorBoundary', ReactError: 'Annoying Error', trace_id: 'abcd' },
    });
    expect(rows.people).toEqual([expect.objectContaining({ email: 'geralt@kaermorhen.org', name: 'domasx2' })]);
    const { people: _, ...stored } = rows;
    expect(JSON.stringify(stored)).not.toMatch(/geralt|domasx2|redacted/);
  });

  it('keep their neighbours when one clock is absurd', () => {
    const { rows, rejected } = mapPayload(fixture('alloy-payload-2.json'), { receivedAt: fixtureTime });
    expect(rejected).toEqual([{ index: 0, kind: 'span', reason: 'timestamp is in the future' }]);
    expect(rows.analytics_events[0]).toMatchObject({ timestamp: Date.parse('2021-09-30T10:46:17.680Z') });
    expect(rows.analytics_events[0]?.event_data).not.toHaveProperty('original_timestamp');
  });

  it('keep spans with their events', () => {
    const { rows } = mapPayload(fixture('alloy-payload-2.json'), { receivedAt: Date.parse('2022-03-02T13:38:35Z') });
    expect(rows.spans[0]).toMatchObject({
      trace_id: '2d6f18da2663c7e477df23d8a8ad95b7',
      span_id: '50e64e3fac969cbb',
      parent_span_id: '9d9da6529d56706c',
      name: 'documentFetch',
      span_kind: 'internal',
      service_name: 'unknown_service',
      duration_ms: 14.9,
      attributes: { component: 'document-load', 'http.response_content_length': 1326 },
    });
    expect(rows.spans[0]?.events).toHaveLength(9);
  });
});

describe('web vitals', () => {
  const vital = (values: object, context: object = {}) =>
    mapPayload({ measurements: [{ type: 'web-vitals', values, context, timestamp }] });

  it('become one row with rating, id and attribution', () => {
    const context = { id: 'v5-1', rating: 'needs-improvement', element: 'main>img' };
    const [row] = vital({ lcp: 2600, delta: 5, element_render_delay: 7 }, context).rows.performance_data;
    expect(row).toMatchObject({
      metric_type: 'LCP', metric_value: 2600, metric_unit: 'ms', rating: 'needs_improvement', metric_id: 'v5-1',
      metadata: { delta: 5, element_render_delay: 7, element: 'main>img' },
    }); // prettier-ignore
  });

  it('are rated by the limits when the client gives none, or nonsense', () => {
    expect(vital({ cls: 0.1 }).rows.performance_data[0]).toMatchObject({ rating: 'good', metric_unit: 'score' });
    expect(vital({ inp: 501 }, { rating: 'great' }).rows.performance_data[0]?.rating).toBe('poor');
  });

  it('of several in one report are as many rows with ids of their own', () => {
    const { rows, accepted } = vital({ lcp: 1, ttfb: 2 });
    expect(new Set(rows.performance_data.map(({ id }) => id)).size).toBe(2);
    expect(accepted).toEqual({ measurement: 1 });
  });

  it.each([[{ foo: 1 }], [{}], [{ lcp: '5' }], [{ lcp: -1 }], [{ lcp: null }]])('of %j are refused', (values) => {
    expect(vital(values).rejected).toHaveLength(1);
  });

  it('beyond a double are refused', () => {
    expect(
      mapPayload(`{"measurements":[{"type":"web-vitals","values":{"lcp":1e999},"timestamp":"${timestamp}"}]}`).rejected
    ).toHaveLength(1);
  });
});

describe('identity', () => {
  const meta = { user: { id: 'jane-0815' }, session: { id: 's1' }, browser: { name: 'Firefox', viewportWidth: '800' } };
  const payload = {
    meta,
    events: [{ name: 'a', timestamp }],
    exceptions: [{ type: 'Error', value: 'x', timestamp, context: { note: 'mine' } }],
    measurements: [
      { type: 'web-vitals', values: { lcp: 1 }, context: { id: 'v1', own: 'x', element: 'p' }, timestamp },
    ],
  };

  it('is dropped, with session and free attributes, where consent is required and missing', () => {
    const { rows, dropped } = mapPayload(payload, { app: testApp({ consentMode: 'required' }) });
    expect(dropped).toEqual({ no_consent: 1 });
    expect(rows.people).toEqual([]);
    for (const row of [...rows.error_logs, ...rows.performance_data]) {
      expect(row).toMatchObject({
        user_id: null,
        visitor_id: null,
        session_id: null,
        device: { info: { browser: 'Firefox' } },
      });
    }
    expect(rows.error_logs[0]).toMatchObject({ context: { type: 'Error' }, fingerprint_rule: 'message' });
    expect(rows.performance_data[0]).toMatchObject({ metric_id: 'v1', metadata: { element: 'p' } });
    expect(rows.performance_data[0]?.metadata).not.toHaveProperty('own');
  });

  it('is kept where the session grants it', () => {
    const session = { id: 's1', attributes: { consent: 'granted' } };
    const { rows } = mapPayload(
      { ...payload, meta: { ...meta, session } },
      { app: testApp({ consentMode: 'required' }) }
    );
    expect(rows.analytics_events[0]).toMatchObject({ session_id: 's1', user_id: rows.people[0]?.id });
  });

  it('of a visitor is the same tomorrow only with consent', () => {
    const daily = mapPayload(payload, { app: testApp({ consentMode: 'implied' }) }).rows.analytics_events[0]
      ?.visitor_id;
    const client = mapPayload(payload, { app: testApp({ consentMode: 'implied' }), consent: 'granted' }).rows
      .analytics_events[0]?.visitor_id;
    expect(daily).not.toBe(client);
    expect(mapPayload(payload, { address: '198.51.100.1' }).rows.analytics_events[0]?.visitor_id).toBe(client);
  });
});

describe('page, device and robot', () => {
  const rowOf = (meta: object, userAgent?: string) =>
    mapPayload({ meta, events: [{ name: 'a', timestamp }] }, { userAgent }).rows.analytics_events[0];

  it.each([
    [
      'https://shop.example/order/17?utm_source=x&token=y#z',
      'https://shop.example/order/17?utm_source=x',
      '/order/:id',
    ],
    [
      'https://user:pw@shop.example/u/6f9619ff-8b86-4d01-b42d-00cf4fc964ff/',
      'https://shop.example/u/6f9619ff-8b86-4d01-b42d-00cf4fc964ff/',
      '/u/:id',
    ],
    ['http://192.168.0.5:3000', 'http://192.168.0.5:3000/', '/'],
    ['/a/deadbeef01?x=1', '/a/deadbeef01', '/a/:id'],
    ['file:///home/jane/app/index.html', 'file:///index.html', '/index.html'],
    ['data:text/html,hello', 'data:', '/'],
    ['https://shop.example/jane@shop.example/x', 'https://shop.example/[email]/x', '/:id/x'],
  ])('of %s', (url, page_url, page_path) => {
    expect(rowOf({ page: { url } })).toMatchObject({ page_url, page_path });
  });

  it('takes the route that the client names', () => {
    const page = { url: 'https://shop.example/order/abc', attributes: { route: '/order/:number' } };
    expect(rowOf({ page })?.page_path).toBe('/order/:number');
  });

  it('believes meta before the user agent, and the page before the header', () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36';
    expect(rowOf({ browser: { name: 'Vivaldi', userAgent: firefox } }, chrome)?.device?.info).toMatchObject({
      browser: 'Vivaldi',
      browser_version: '128.0',
      os: 'Linux',
    });
    expect(rowOf({}, chrome)?.device?.info).toMatchObject({ browser: 'Chrome', os: 'Windows', device_type: 'desktop' });
  });

  it('keeps every part of meta', () => {
    const meta = {
      app: { name: 'shop', namespace: 'web', version: '2', release: '2.1', bundleId: 'b', gitHash: 'g' },
      sdk: { name: 'faro', version: '2', integrations: [{ name: 'errors', version: '2' }] },
      browser: {
        brands: [{ brand: 'Chromium', version: '129' }],
        language: 'de',
        mobile: true,
        viewportWidth: '360',
        viewportHeight: '640',
      },
      device: { manufacturer: 'Acme', model_name: 'One', is_physical: true, type: 'tablet' },
      os: { name: 'Android', version: '15', build_id: 'TQ3A', detail: 'Android 15' },
      geo: { country_iso: 'de', city: 'Bonn' },
      k6: { isK6Browser: true, testRunId: 'r1' },
      view: { name: 'home' },
      user: { roles: 'admin', attributes: { plan: 'pro' } },
      session: { id: 's', attributes: { a: 'b' }, overrides: { serviceName: 'x' } },
      page: { id: 'p1', url: 'https://shop.example/', attributes: { c: 'd' } },
    };
    const row = rowOf(meta);
    expect(row).toMatchObject({ release: '2.1', country: 'DE', session_id: 's' });
    expect(row?.device?.info).toMatchObject({
      os: 'Android', os_version: '15', os_build_id: 'TQ3A', os_detail: 'Android 15', device_type: 'tablet', mobile: true, language: 'de',
      device_manufacturer: 'Acme', device_model_name: 'One', device_is_physical: true, brands: [{ brand: 'Chromium', version: '129' }],
      sdk_name: 'faro', sdk_version: '2', sdk_integrations: [{ name: 'errors', version: '2' }],
    }); // prettier-ignore
    expect(row?.event_data.meta).toEqual({
      app: { name: 'shop', namespace: 'web', version: '2', bundleId: 'b', gitHash: 'g' },
      geo: { country_iso: 'de', city: 'Bonn' },
      k6: { isK6Browser: true, testRunId: 'r1' },
      view: { name: 'home' },
      user: { roles: 'admin', attributes: { plan: 'pro' } },
      session: { attributes: { a: 'b' }, overrides: { serviceName: 'x' } },
      page: { id: 'p1', attributes: { c: 'd' } },
      viewport: { width: '360', height: '640' },
    });
  });

  it('marks robots and keeps them, but no collector that passes on what a named browser measured', () => {
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
    const isBot = (browser: Record<string, string>, header: string) => rowOf({ browser }, header)?.is_bot;
    expect(isBot({}, 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)')).toBe(true);
    expect(isBot({ userAgent }, 'curl/8.5.0')).toBe(false);
    expect(isBot({ name: 'Firefox' }, 'curl/8.5.0')).toBe(false);
    expect(isBot({}, 'curl/8.5.0')).toBe(true);
    expect(isBot({ name: 'Firefox' }, 'Googlebot/2.1')).toBe(true);
    expect(isBot({ name: 'Firefox', userAgent: 'Googlebot/2.1' }, 'curl/8.5.0')).toBe(true);
  });
});

describe('errors', () => {
  it('come from exceptions and from logs at level error', () => {
    const { rows } = mapPayload({
      exceptions: [
        { type: 'TypeError', value: 'x', timestamp, fatal: true, fingerprint: 'mine', action: { name: 'pay' } },
      ],
      logs: [{ level: 'error', message: 'no stock', timestamp, context: { sku: '1' } }],
    });
    expect(rows.error_logs).toMatchObject([
      {
        severity: 'critical',
        context: {
          type: 'TypeError',
          fatal: true,
          client_fingerprint: 'mine',
          action: { name: 'pay' },
        },
      },
      { severity: 'medium', error_type: 'log', error_message: 'no stock', context: { sku: '1' } },
    ]);
  });
});
