import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { browserKey, fakeStore, idleWriter, serverKey, testNow } from './testing/fakeStore';

const at = new Date(testNow - 1000).toISOString();
const faro = { meta: {}, events: [{ name: 'click', timestamp: at }] };
const text = JSON.stringify(faro);
const json = { 'content-type': 'application/json' };

describe('the ingest listener', () => {
  it('answers 202 on both paths once the rows were written', async () => {
    const { app, written } = fakeStore();
    const byPath = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload: faro });
    const byHeader = await app.inject({
      method: 'POST',
      url: '/collect',
      headers: { ...json, 'x-api-key': browserKey },
      payload: text,
    });
    expect([byPath.statusCode, byHeader.statusCode]).toEqual([202, 202]);
    expect(byPath.json()).toEqual({ accepted: 1, rejected: [], dropped: {} });
    expect(written).toHaveLength(2);
    expect(written[0]?.analytics_events[0]?.id).toBe(written[1]?.analytics_events[0]?.id);
  });

  it('does not answer before the write is done', async () => {
    let begin = (): void => undefined;
    let store = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const stored = new Promise<void>((resolve) => (store = resolve));
    const write = () => {
      begin();
      return stored.then(() => []);
    };
    const { app } = fakeStore({}, { writer: { ...idleWriter, write } });
    let answered = false;
    const answer = app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload: faro }).then((response) => {
      answered = true;
      return response;
    });
    await begun;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).toBe(false);
    store();
    expect((await answer).statusCode).toBe(202);
  });

  it.each([
    ['gzip', 'gzip', gzipSync(text)],
    ['zlib deflate', 'deflate', deflateSync(text)],
    ['raw deflate', 'deflate', deflateRawSync(text)],
    ['brotli', 'br', brotliCompressSync(text)],
    ['gzip, then brotli', 'gzip, br', brotliCompressSync(gzipSync(text))],
    ['nothing, by name', 'identity', Buffer.from(text)],
  ])('reads a body packed by %s', async (_, encoding, payload) => {
    const { app, written } = fakeStore();
    const headers = { ...json, 'content-encoding': encoding };
    const answer = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, headers, payload });
    expect(answer.statusCode).toBe(202);
    expect(written[0]?.analytics_events).toHaveLength(1);
  });

  it.each([
    ['application/json; charset=utf-8', text],
    ['text/plain;charset=UTF-8', text],
    ['application/x-www-form-urlencoded', text],
    ['application/x-www-form-urlencoded', `data=${encodeURIComponent(text)}`],
    [
      'multipart/form-data; boundary=XX',
      `--XX\r\ncontent-disposition: form-data; name="a"\r\n\r\n${text}\r\n--XX--\r\n`,
    ],
    ['application/json', `\ufeff${text}`],
  ])('reads %s', async (type, payload) => {
    const { app } = fakeStore();
    const headers = { 'content-type': type };
    expect((await app.inject({ method: 'POST', url: `/collect/${browserKey}`, headers, payload })).statusCode).toBe(
      202
    );
  });

  it.each([
    ['nothing', json, '', 400, 'empty'],
    ['half an object', json, '{"meta":{},\n"events":[}', 400, 'line 2, column 11 (offset 22)'],
    ['what ends too early', json, '{"meta":', 400, 'ends too early'],
    ['a list', json, '[]', 400, 'object'],
    ['10,000 levels of nothing', json, '['.repeat(10_000), 400, 'ends too early'],
    ['no Faro', json, '{"hello":1}', 400, 'none of meta'],
    ['XML', { 'content-type': 'application/xml' }, '<a/>', 415, 'application/json'],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }, text, 415, 'UTF-8'],
    ['an unknown encoding', { ...json, 'content-encoding': 'zstd' }, text, 415, 'gzip'],
    ['too many encodings', { ...json, 'content-encoding': 'gzip,gzip,gzip,gzip' }, text, 415, 'nested'],
    ['a broken archive', { ...json, 'content-encoding': 'gzip' }, text, 400, 'not valid gzip'],
    ['a form of something else', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 400, 'no JSON'],
  ])('refuses %s', async (_, headers, payload, status, message) => {
    const { app, written } = fakeStore();
    const answer = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, headers, payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: { code: expect.any(String), message: expect.stringContaining(message) } });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(written).toHaveLength(0);
  });

  it.each([
    ['no key', '/collect', 401],
    ['an unknown key', `/collect/${'0'.repeat(32)}`, 401],
    ['a key that is none', '/collect/..%2f..%2fetc', 401],
    ['a management route', '/api/v1/apps', 404],
    ['an unknown route', '/nothing', 404],
  ])('refuses %s in the one shape', async (_, url, status) => {
    const { app } = fakeStore();
    const answer = await app.inject({ method: 'POST', url, payload: faro });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  });

  it('lets any origin ask, and only allowed ones write', async () => {
    const { app } = fakeStore();
    const url = `/collect/${browserKey}`;
    const preflight = await app.inject({
      method: 'OPTIONS',
      url,
      headers: { origin: 'https://evil.example', 'access-control-request-headers': 'content-type,x-own' },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': 'https://evil.example',
      'access-control-allow-headers': 'content-type,x-own',
      'access-control-max-age': '86400',
    });
    const evil = await app.inject({ method: 'POST', url, headers: { origin: 'https://evil.example' }, payload: faro });
    expect(evil.statusCode).toBe(403);
    expect(evil.headers['access-control-allow-origin']).toBe('https://evil.example');
    const good = await app.inject({ method: 'POST', url, headers: { origin: 'https://shop.example' }, payload: faro });
    expect(good.statusCode).toBe(202);
    expect(good.headers['access-control-expose-headers']).toContain('X-Faro-Session-Status');
  });

  it('limits a key, tells when to come again, and forgives with time', async () => {
    const { app, state } = fakeStore({ rateLimit: { requests_per_second: 1, burst: 2 } });
    const send = () => app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload: faro });
    expect([(await send()).statusCode, (await send()).statusCode]).toEqual([202, 202]);
    const late = await send();
    expect(late.statusCode).toBe(429);
    expect(late.headers['retry-after']).toBe('1');
    state.now += 1000;
    expect((await send()).statusCode).toBe(202);
  });

  it('answers 503 with Retry-After while it cannot store', async () => {
    const away = async () => Promise.reject(new StoreAway('The database is away', 3));
    const { app } = fakeStore({}, { writer: { ...idleWriter, write: away }, ready: () => false });
    const answer = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload: faro });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '3']);
    expect((await app.inject('/readyz')).statusCode).toBe(503);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });

  it('sends an app away before its body is read while nothing more of it can be taken', async () => {
    const full = () => {
      throw new StoreAway('More arrives than the database can take', 1);
    };
    const { app, written } = fakeStore({}, { writer: { ...idleWriter, checkRoom: full } });
    const answer = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload: 'no JSON at all' });
    expect([answer.statusCode, answer.headers['retry-after'], written]).toEqual([503, '1', []]);
    expect((await app.inject({ method: 'POST', url: '/collect', payload: faro })).statusCode).toBe(401);
  });

  it('tells which items it refused, also those that the database refused', async () => {
    const { app, refused } = fakeStore();
    refused.push({ table: 'analytics_events', index: 1, reason: 'too odd' });
    const events = [{ name: 'a', timestamp: at }, { name: 5 }, { name: 'b', timestamp: at }];
    const answer = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload: { events } });
    expect(answer.json()).toEqual({
      accepted: 1,
      rejected: [
        { index: 1, kind: 'event', reason: expect.stringContaining('name') },
        { index: 2, kind: 'event', reason: 'too odd' },
      ],
      dropped: {},
    });
  });

  it('takes a plain batch, and health only from servers', async () => {
    const { app, written } = fakeStore();
    const items = [
      { type: 'event', event_type: 'page_view', timestamp: at },
      { type: 'health', service_name: 'api', status: 'healthy', checked_at: at },
    ];
    const browser = await app.inject({ method: 'POST', url: `/api/v1/events/${browserKey}`, payload: { items } });
    expect(browser.statusCode).toBe(200);
    expect(browser.json()).toMatchObject({ accepted: 1, rejected: [{ index: 1, kind: 'health' }] });
    const server = await app.inject({ method: 'POST', url: `/api/v1/events/${serverKey}`, payload: { items } });
    expect(server.json()).toMatchObject({ accepted: 2, rejected: [] });
    expect(written[1]?.system_health).toHaveLength(1);
  });

  it('refuses a batch of more than 1,000 items, and one without items', async () => {
    const { app } = fakeStore();
    const url = `/api/v1/events/${serverKey}`;
    const items = Array.from({ length: 1001 }, () => ({ type: 'event' }));
    expect((await app.inject({ method: 'POST', url, payload: { items } })).statusCode).toBe(413);
    expect((await app.inject({ method: 'POST', url, payload: { item: [] } })).statusCode).toBe(400);
  });

  it('asks for another session when the id is malformed', async () => {
    const { app, written } = fakeStore();
    const payload = { ...faro, meta: { session: { id: 'a b' } } };
    const answer = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload });
    expect(answer.headers['x-faro-session-status']).toBe('invalid');
    expect(written[0]?.analytics_events[0]?.session_id).toMatch(/^session of /);
  });

  it('honours the privacy headers of a request', async () => {
    const { app, written } = fakeStore({ consentMode: 'implied' });
    const headers = { 'sec-gpc': '1', 'x-seamark-consent': 'granted' };
    const answer = await app.inject({ method: 'POST', url: `/collect/${browserKey}`, headers, payload: faro });
    expect(answer.json()).toEqual({ accepted: 0, rejected: [], dropped: { global_privacy_control: 1 } });
    expect(written).toHaveLength(0);
  });

  it('counts what it did', async () => {
    const { app, registry } = fakeStore();
    await app.inject({ method: 'POST', url: `/collect/${browserKey}`, payload: faro });
    const metrics = await registry.metrics();
    expect(metrics).toContain('seamark_ingest_items_accepted_total{kind="event"} 1');
    expect(metrics).toContain('seamark_ingest_requests_in_flight 0');
  });
});
