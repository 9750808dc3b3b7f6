import { browserKey, fakeStore } from '../testing/fakeStore';
import { envelopeOf, errorEvent, sendEnvelope } from '../testing/sentryEnvelope';

describe('the route of Sentry envelopes', () => {
  it.each([
    [
      'the auth header',
      '/api/42/envelope/',
      { 'x-sentry-auth': `Sentry sentry_version=7, sentry_key=${browserKey}` },
      {},
    ],
    ['the header line', '/api/42/envelope/', {}, { dsn: `https://${browserKey}@shop.example/42` }],
    ['an address without a last slash', `/api/42/envelope?sentry_key=${browserKey}`, {}, {}],
  ])('is let in by %s', async (_, url, headers, header) => {
    const { answer } = await sendEnvelope(
      envelopeOf([[{ type: 'event' }, errorEvent]], header),
      {},
      { url, headers: { ...headers } }
    );
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['no key', '/api/42/envelope/', 401],
    ['a key that is none', '/api/42/envelope/?sentry_key=x', 401],
    ['the key of another app', `/api/43/envelope/?sentry_key=${browserKey}`, 401],
    ['two keys', `/api/42/envelope/?sentry_key=${browserKey}&sentry_key=${browserKey}`, 401],
  ])('is refused with %s', async (_, url, status) => {
    const { answer, written } = await sendEnvelope(envelopeOf([[{ type: 'event' }, errorEvent]]), {}, { url });
    expect([answer.statusCode, written]).toEqual([status, []]);
  });

  it('makes the SDK wait where it is too much', async () => {
    const { app, state } = fakeStore({ rateLimit: { requests_per_second: 0.1, burst: 1 } });
    const request = {
      method: 'POST',
      url: `/api/42/envelope/?sentry_key=${browserKey}`,
      payload: envelopeOf([]),
    } as const;
    await app.inject(request);
    const late = await app.inject(request);
    expect(late.statusCode).toBe(429);
    expect(late.headers).toMatchObject({ 'retry-after': '10', 'x-sentry-rate-limits': '10::key:rate_limited' });
    state.now += 10_000;
    expect((await app.inject(request)).statusCode).toBe(200);
  });

  const envelope = envelopeOf([[{ type: 'event' }, errorEvent]]);
  it.each([
    ['under the type of a form', 'application/x-www-form-urlencoded', envelope],
    ['as a field of a form', 'application/x-www-form-urlencoded', `envelope=${encodeURIComponent(envelope)}&x=1`],
    [
      'as a part of a form',
      'multipart/form-data; boundary=b',
      `--b\r\ncontent-disposition: form-data; name="envelope"\r\n\r\n${envelope}\r\n--b--\r\n`,
    ],
  ])('is read %s', async (_, type, body) => {
    const { answer, written } = await sendEnvelope(body, {}, { headers: { 'content-type': type } });
    expect(answer.json()).toEqual({ id: 'e'.repeat(32) });
    expect(written[0]?.error_logs).toHaveLength(1);
  });

  it('is refused where a form carries none', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await sendEnvelope('a=b', {}, { headers })).answer.statusCode).toBe(400);
  });

  it.each([
    ['no envelope', 'hello', 400],
    ['a list', '[]\n{}', 400],
    ['nothing', '', 400],
  ])('that is %s is refused', async (_, body, status) => {
    expect((await sendEnvelope(body)).answer.statusCode).toBe(status);
  });
});
