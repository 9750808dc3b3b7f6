import { browserKey, fakeStore, testNow } from './testing/fakeStore';

const csp = {
  type: 'csp-violation',
  age: 5000,
  url: 'https://shop.example/cart?token=1',
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  body: { documentURL: 'https://shop.example/cart?token=1', blockedURL: 'https://evil.example/x.js?secret=1', effectiveDirective: 'script-src-elem', originalPolicy: "default-src 'self'" },
}; // prettier-ignore

describe('what browsers report by themselves', () => {
  const send = async (payload: unknown, type = 'application/reports+json') => {
    const store = fakeStore();
    const answer = await store.app.inject({
      method: 'POST',
      url: `/reports/${browserKey}`,
      headers: { 'content-type': type },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
    return { answer, rows: store.written[0] };
  };

  it('is stored: violations and deprecations as events, crashes as errors', async () => {
    const deprecation = { type: 'deprecation', age: 10, url: 'https://shop.example/', body: { id: 'Sync', message: 'old' } };
    const crash = { type: 'crash', age: 0, url: 'https://shop.example/pay', body: { reason: 'oom' } };
    const { answer, rows } = await send([csp, deprecation, crash]);
    expect([answer.statusCode, answer.json()]).toEqual([202, { accepted: 3, rejected: [], dropped: {} }]);
    expect(rows?.analytics_events).toMatchObject([
      { event_type: 'security', event_name: 'csp-violation', timestamp: testNow - 5000, page_url: 'https://shop.example/cart', device: { info: { browser: 'Firefox' } } },
      { event_type: 'report', event_name: 'deprecation', event_data: { message: 'old' } },
    ]);
    expect(rows?.error_logs).toMatchObject([{ error_type: 'crash', error_message: 'The page crashed: oom', severity: 'critical' }]);
    expect(JSON.stringify(rows)).not.toMatch(/secret|token=|default-src/);
  }); // prettier-ignore

  it('keeps of a crash where the page hung, and what its own script noted, without what is private', async () => {
    const stack = 'Error\n    at spin (https://shop.example/shop.js:1:20)\n    at https://shop.example/shop.js:1:70';
    const body = { reason: 'unresponsive', stack, crash_report_api: { step: 'paying', mail: 'jane@shop.example' } };
    const { rows } = await send([{ type: 'crash', age: 0, url: 'https://shop.example/pay', body }]);
    const [error] = rows?.error_logs ?? [];
    expect(error?.error_stack).toContain('spin');
    expect(error?.context).toMatchObject({ crash_report_api: { step: 'paying' } });
    expect(JSON.stringify(rows)).not.toContain('jane@');
  });

  it('may have the older form of a violation', async () => {
    const report = {
      'document-uri': 'https://shop.example/cart',
      'blocked-uri': 'inline',
      'violated-directive': 'script-src',
    };
    const { answer, rows } = await send({ 'csp-report': report }, 'application/csp-report');
    expect(answer.statusCode).toBe(202);
    expect(rows?.analytics_events).toMatchObject([
      { event_type: 'security', page_path: '/cart', event_data: { violatedDirective: 'script-src' } },
    ]);
  });

  it('costs its neighbours nothing where one is wrong', async () => {
    const { answer } = await send([5, { type: 7 }, csp, { ...csp, age: 100 * 86_400_000 }]);
    expect(answer.json()).toMatchObject({ accepted: 1, rejected: [{ index: 0 }, { index: 1 }, { index: 3 }] });
  });

  it.each(['', '[', '{', 'null', '[1,]'])('is refused when it is %j', async (body) => {
    expect((await send(body)).answer.statusCode).toBe(400);
  });
});
