import { browserKey, fakeStore, testNow } from '../testing/fakeStore';

const host = 'collect.example';
const own = { host, origin: `https://${host}` };
const event = {
  meta: { session: { attributes: { consent: 'granted' } } },
  events: [{ name: 'click', timestamp: new Date(testNow).toISOString() }],
};

describe('the privacy page', () => {
  it('says what is stored, and is not to be framed, cached or read by other pages', async () => {
    const answer = await fakeStore().app.inject({ url: '/privacy', headers: { origin: 'https://evil.example' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.body).toContain('<html lang="en">');
    expect(answer.body).toContain('What is stored');
    expect(answer.body).toContain('You have not opted out');
  });

  it('shows the choice of the browser, and the signals it sends', async () => {
    const headers = { cookie: 'a=b; seamark_opt_out=1', 'sec-gpc': '1', dnt: '1' };
    const { body } = await fakeStore().app.inject({ url: '/privacy', headers });
    expect(body).toContain('role="status" data-out="You have opted out in this browser.');
    expect(body).toMatch(/>You have opted out in this browser/);
    expect(body).toContain('Global Privacy Control and Do Not Track');
  });

  it('lets a browser opt out for long, and in again', async () => {
    const { app } = fakeStore();
    const out = await app.inject({ method: 'POST', url: '/privacy/opt-out', headers: own });
    expect([out.statusCode, out.body]).toEqual([204, '']);
    expect(out.headers['set-cookie']).toBe(
      'seamark_opt_out=1; Max-Age=34560000; Path=/; HttpOnly; SameSite=None; Secure'
    );
    const back = await app.inject({ method: 'POST', url: '/privacy/opt-in', headers: own });
    expect(back.statusCode).toBe(204);
    expect(back.headers['set-cookie']).toBe('seamark_opt_out=; Max-Age=0; Path=/; HttpOnly; SameSite=None; Secure');
  });

  it('makes a cookie that browsers take without https, too', async () => {
    const headers = { host: '127.0.0.1:8027', origin: 'http://127.0.0.1:8027' };
    const { headers: answered } = await fakeStore().app.inject({ method: 'POST', url: '/privacy/opt-out', headers });
    expect(answered['set-cookie']).toContain('SameSite=Lax');
    expect(answered['set-cookie']).not.toContain('Secure');
  });

  it.each<[string, Record<string, string>, number]>([
    ['its own form', { 'sec-fetch-site': 'same-origin', origin: `https://${host}` }, 204],
    [
      'its own page behind a proxy that changes the host',
      { 'sec-fetch-site': 'same-origin', host: 'backend:8027', origin: `https://${host}` },
      204,
    ],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another host of the site', { 'sec-fetch-site': 'same-site', origin: 'https://shop.collect.example' }, 403],
    ['an address bar', { 'sec-fetch-site': 'none' }, 403],
    ['another site, in a browser that knows Origin only', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: `https://${host}:8443` }, 403],
    ['a host that only begins alike', { origin: `https://${host}.evil.example` }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['an origin that is none', { origin: '%%%' }, 403],
    ['nobody', {}, 403],
  ])('judges an opt-in from %s', async (_, headers, status) => {
    const { app } = fakeStore();
    const answer = await app.inject({ method: 'POST', url: '/privacy/opt-in', headers: { host, ...headers } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['set-cookie'] === undefined).toBe(status === 403);
  });

  it.each(['/privacy/opt-in', '/privacy/opt-out'])('changes nothing by reading %s', async (url) => {
    expect((await fakeStore().app.inject({ url, headers: own })).statusCode).toBe(404);
  });

  it('takes a form as a browser without script sends it, and nothing large', async () => {
    const { app } = fakeStore();
    const send = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/privacy/opt-out',
        headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
    expect((await send('')).statusCode).toBe(204);
    expect((await send('x'.repeat(2000))).statusCode).toBe(413);
  });
});

describe('a browser that was opted out', () => {
  const send = (cookie: string, change: Parameters<typeof fakeStore>[0]) => {
    const store = fakeStore({ consentMode: 'required', ...change });
    const answer = store.app.inject({
      method: 'POST',
      url: `/collect/${browserKey}`,
      headers: { cookie, origin: 'https://shop.example', 'x-seamark-consent': 'granted' },
      payload: event,
    });
    return { ...store, answer };
  };

  it.each(['required', 'implied'] as const)('counts as denied, whatever the site says: %s', async (consentMode) => {
    const { answer, written } = send('seamark_opt_out=1', { consentMode });
    expect((await answer).json()).toEqual({ accepted: 0, rejected: [], dropped: { consent_denied: 1 } });
    expect(written).toMatchObject([
      { analytics_events: [], consent_decisions: [{ decision: 'denied', source: 'opt_out' }] },
    ]);
  });

  it('counts as denied in a plain batch', async () => {
    const { app } = fakeStore({ consentMode: 'implied' });
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/events/${browserKey}`,
      headers: { cookie: 'seamark_opt_out=1' },
      payload: { consent: 'granted', items: [{ type: 'event', event_type: 'page_view' }] },
    });
    expect(answer.json()).toMatchObject({ accepted: 0, dropped: { consent_denied: 1 } });
  });

  it('is recorded by internal tools, which ask nobody', async () => {
    expect((await send('seamark_opt_out=1', { consentMode: 'off' }).answer).json()).toMatchObject({ accepted: 1 });
  });

  it.each(['seamark_opt_out=', 'seamark_opt_out=10', 'x_seamark_opt_out=1', 'a=seamark_opt_out', ''])(
    'is not meant by the cookie %j',
    async (cookie) => {
      expect((await send(cookie, {}).answer).json()).toMatchObject({ accepted: 1 });
    }
  );

  it('may send its cookie along from another origin', async () => {
    const { headers } = await send('seamark_opt_out=1', {}).answer;
    expect(headers['access-control-allow-origin']).toBe('https://shop.example');
    expect(headers['access-control-allow-credentials']).toBe('true');
  });
});
