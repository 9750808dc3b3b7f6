import { serverKey, testNow } from './testing/fakeStore';
import { envelopeOf, errorEvent, second, sendEnvelope, trace } from './testing/sentryEnvelope';

describe('a Sentry envelope', () => {
  it('stores an error with stack, sender and what happened before, and names no person', async () => {
    const { answer, written } = await sendEnvelope(envelopeOf([[{ type: 'event' }, errorEvent]]));
    expect([answer.statusCode, answer.json()]).toEqual([200, { id: 'e'.repeat(32) }]);
    const [rows] = written;
    expect(rows?.error_logs[0]).toMatchObject({
      timestamp: testNow - 1000,
      error_type: 'javascript',
      error_message: "Cannot read properties of undefined (reading 'total')",
      severity: 'high',
      page_url: 'https://shop.example/cart',
      release: 'shop@1.5.0',
      environment: 'production',
      fingerprint_rule: 'in_app_frames',
      context: {
        type: 'TypeError',
        trace_id: trace.trace_id,
        mechanism: 'onerror',
        causes: [{ type: 'Error', message: 'cause for [person]' }],
        tags: { plan: 'gold' },
        contexts: { state: { cart: 3 } },
      },
    });
    expect(rows?.error_logs[0]?.error_stack?.split('\n')[1]).toBe(
      '    at Cart.total (https://shop.example/app.js:10:5)'
    );
    expect(rows?.error_logs[0]?.device?.info).toMatchObject({ browser: 'Firefox' });
    expect(rows?.people).toEqual([expect.objectContaining({ email: 'jane@shop.example', name: 'Jane Doe' })]);
    expect(JSON.stringify({ ...rows, people: [] })).not.toMatch(/0815|jane|203\.0\.113|secret|token=/i);
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes %s for no level and no unit that it knows', async (word) => {
    const metric = { name: 'a', value: 1, unit: word, timestamp: second(0) };
    const { answer, written } = await sendEnvelope(
      envelopeOf([
        [{ type: 'event' }, { ...errorEvent, level: word }],
        [{ type: 'trace_metric' }, { items: [metric] }],
      ])
    );
    expect(answer.statusCode).toBe(200);
    expect(written[0]?.error_logs[0]?.severity).toBe('high');
    expect(written[0]?.monitoring_metrics[0]?.unit).toBe(word);
  });

  it('gives a repeated envelope the same ids, although the SDK dates it anew', async () => {
    const items = [[{ type: 'event' }, errorEvent]] as const;
    const first = await sendEnvelope(envelopeOf(items, { sent_at: new Date(testNow - 500).toISOString() }));
    const again = await sendEnvelope(envelopeOf(items, { sent_at: new Date(testNow).toISOString() }));
    expect(first.written[0]?.error_logs[0]?.id).toBe(again.written[0]?.error_logs[0]?.id);
  });

  it('stores a transaction as spans, vitals and a page view', async () => {
    const transaction = {
      ...errorEvent,
      exception: undefined,
      type: 'transaction',
      transaction: '/cart/:id',
      transaction_info: { source: 'route' },
      start_timestamp: second(-5000),
      contexts: { trace: { ...trace, op: 'pageload', status: 'ok' } },
      measurements: { lcp: { value: 1234.5, unit: 'millisecond' }, cls: { value: 0.02, unit: '' }, ttfb: { value: 0.3, unit: 'second' }, 'connection.rtt': { value: 50 } },
      spans: [
        { ...trace, span_id: 'c'.repeat(16), parent_span_id: trace.span_id, op: 'http.client', description: 'GET /api', start_timestamp: second(-4000), timestamp: second(-3999.5), status: 'internal_error' },
        { trace_id: 'no', start_timestamp: second(-4000) },
      ],
    }; // prettier-ignore
    const { answer, written } = await sendEnvelope(envelopeOf([[{ type: 'transaction' }, transaction]]));
    expect(answer.json()).toMatchObject({
      rejected: [{ kind: 'span', index: 1, reason: expect.stringContaining('trace_id') }],
    });
    const [rows] = written;
    expect(rows?.spans).toMatchObject([
      {
        name: '/cart/:id',
        span_id: trace.span_id,
        duration_ms: 4000,
        status_code: 'ok',
        attributes: { op: 'pageload' },
        page_path: '/cart/:id',
      },
      { name: 'GET /api', parent_span_id: trace.span_id, span_kind: 'client', duration_ms: 0.5, status_code: 'error' },
    ]);
    const vitals = rows?.performance_data.map(({ metric_type, metric_value, rating }) => [
      metric_type,
      metric_value,
      rating,
    ]);
    expect(vitals).toEqual([
      ['LCP', 1234.5, 'good'],
      ['CLS', 0.02, 'good'],
      ['TTFB', 300, 'good'],
    ]);
    expect(rows?.analytics_events).toMatchObject([
      { event_type: 'page_view', event_name: 'pageload', page_path: '/cart/:id' },
    ]);
  });

  it('stores spans that come in a container, and the vitals among their attributes', async () => {
    const span = { ...trace, name: 'button.pay', start_timestamp: second(-900), end_timestamp: second(-800), status: 'ok', is_segment: false,
      attributes: { 'sentry.op': { value: 'ui.interaction.click', type: 'string' }, 'browser.web_vital.inp.value': { value: 80, type: 'double' }, 'user.id': { value: 'customer-0815', type: 'string' }, 'sentry.release': { value: 'a@1', type: 'string' } } }; // prettier-ignore
    const { answer, written } = await sendEnvelope(
      envelopeOf([
        [
          { type: 'span', item_count: 2 },
          { version: 2, items: [span, 5] },
        ],
      ])
    );
    expect(answer.json()).toMatchObject({ rejected: [{ kind: 'span', index: 1 }] });
    expect(written[0]?.spans).toMatchObject([{ name: 'button.pay', duration_ms: 100, release: 'a@1' }]);
    expect(written[0]?.performance_data).toMatchObject([
      { metric_type: 'INP', metric_value: 80, metric_id: trace.span_id },
    ]);
    expect(JSON.stringify({ ...written[0], people: [] })).not.toContain('customer-0815');
  });

  it('stores sessions, reports of the client, logs, metrics and feedback', async () => {
    const attrs = { release: 'a@1', environment: 'test' };
    const { answer, written } = await sendEnvelope(
      envelopeOf([
        [{ type: 'session' }, { sid: '1'.repeat(32), init: true, started: new Date(testNow - 5000).toISOString(), timestamp: new Date(testNow - 5000).toISOString(), status: 'ok', errors: 0, attrs }],
        [{ type: 'sessions' }, { aggregates: [{ started: new Date(testNow - 60_000).toISOString(), exited: 5, crashed: 1 }], attrs }],
        [{ type: 'client_report' }, { timestamp: second(-1), discarded_events: [{ reason: 'ratelimit_backoff', category: 'error', quantity: 3 }] }],
        [{ type: 'log', item_count: 2 }, { items: [{ timestamp: second(-1), level: 'warn', body: 'slow', attributes: { a: { value: 1, type: 'integer' } } }, { timestamp: second(-1), level: 'error', body: 'broken' }] }],
        [{ type: 'trace_metric' }, { items: [{ timestamp: second(-1), name: 'cart.size', value: 3, type: 'gauge', unit: 'byte' }] }],
        [{ type: 'feedback' }, { timestamp: second(-1), contexts: { feedback: { message: 'I am jane@shop.example', contact_email: 'jane@shop.example', url: 'https://shop.example/a' } } }],
        [{ type: 'user_report' }, { event_id: 'e'.repeat(32), email: 'joe@shop.example', name: 'Joe Doe', comments: 'Joe Doe cannot pay' }],
      ])
    ); // prettier-ignore
    expect(answer.json()).toEqual({ id: 'e'.repeat(32) });
    const [rows] = written;
    expect(rows?.analytics_events.map(({ event_type, event_name }) => [event_type, event_name])).toEqual([
      ['session', 'session_start'],
      ['log', 'warn'],
      ['feedback', 'feedback'],
      ['feedback', 'feedback'],
    ]);
    expect(rows?.monitoring_metrics.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['sessions.exited', 5, 'count'],
      ['sessions.crashed', 1, 'count'],
      ['client_report.discarded', 3, 'count'],
      ['cart.size', 3, 'bytes'],
    ]);
    expect(rows?.error_logs).toMatchObject([{ error_type: 'log', error_message: 'broken', severity: 'medium' }]);
    expect(JSON.stringify({ ...rows, people: [] })).not.toMatch(/jane|joe/i);
  });

  it('takes a check-in as health, from a server key only', async () => {
    const body = envelopeOf([
      [{ type: 'check_in' }, { check_in_id: 'c'.repeat(32), monitor_slug: 'nightly', status: 'error', duration: 1.5 }],
      [{ type: 'check_in' }, { check_in_id: 'c'.repeat(32), monitor_slug: 'nightly', status: 'in_progress' }],
    ]);
    const browser = await sendEnvelope(body);
    expect(browser.answer.json()).toMatchObject({
      rejected: [{ kind: 'check_in', index: 0 }],
      dropped: { check_in_in_progress: 1 },
    });
    const server = await sendEnvelope(body, {}, { url: `/api/42/envelope/?sentry_key=${serverKey}` });
    expect(server.written[0]?.system_health).toMatchObject([
      { service_name: 'nightly', status: 'down', response_time_ms: 1500 },
    ]);
  });

  it('lets no bad item cost its neighbours', async () => {
    const old = { ...errorEvent, timestamp: 5 };
    const { answer, written } = await sendEnvelope(
      envelopeOf([
        [{ type: 'event' }, 'no json'],
        [{ type: 'event' }, old],
        [{ type: 'event' }, { timestamp: second(-1) }],
        [{ type: 'attachment', length: 11 }, 'a\nb\n{"x":1}'],
        [{ type: 'something_new' }, {}],
        [{ type: 'event' }, errorEvent],
        [{ type: 'event', length: 1_000_000 }, errorEvent],
      ])
    );
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      rejected: [
        { index: 0, reason: 'the payload is no JSON object' },
        { index: 1, reason: 'timestamp is older than the raw retention' },
        { index: 2, reason: 'the event has neither exception nor message' },
        { index: 4, reason: expect.stringContaining('before the length') },
      ],
      dropped: { sentry_attachment: 1, sentry_unknown_item: 1 },
    });
    expect(written[0]?.error_logs).toHaveLength(1);
  });

  it('keeps an error whose context is too large or too deep to be stored', async () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const event = JSON.stringify({
      ...errorEvent,
      extra: 'DEEP',
      breadcrumbs: [{ message: 'x'.repeat(60_000) }],
    }).replace('"DEEP"', deep);
    const { answer, written } = await sendEnvelope(envelopeOf([[{ type: 'event' }, event]]));
    expect(answer.json()).toEqual({ id: 'e'.repeat(32) });
    expect(written[0]?.error_logs[0]?.context).toMatchObject({ truncated: true, tags: { plan: 'gold' } });
  });

  it('keeps only the error itself without consent', async () => {
    const session = { sid: 'a', init: true, timestamp: new Date(testNow).toISOString(), status: 'ok' };
    const { answer, written } = await sendEnvelope(
      envelopeOf([
        [{ type: 'event' }, errorEvent],
        [{ type: 'session' }, session],
      ]),
      { consentMode: 'required' }
    );
    expect(answer.json()).toMatchObject({ dropped: { no_consent: 1 } });
    expect(written[0]?.people).toEqual([]);
    expect(written[0]?.error_logs[0]).toMatchObject({
      user_id: null,
      visitor_id: null,
      user_agent: null,
      context: { type: 'TypeError' },
    });
    const granted = { ...errorEvent, tags: { consent: 'granted' } };
    const full = await sendEnvelope(envelopeOf([[{ type: 'event' }, granted]]), { consentMode: 'required' });
    expect(full.written[0]?.people).toHaveLength(1);
  });
});
