import type { FastifyInstance } from 'fastify';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const authorization = `Bearer ${secrets.admin}`;

describe('the routes of notifications', () => {
  let app: FastifyInstance;
  beforeAll(() => {
    app = createAdminApp(fakeDependencies());
  });

  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    token = authorization
  ) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: token },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  };
  const channel = (kind: string, settings: object, name = 'on-call') => ({ name, kind, settings });

  it.each([
    ['an email', channel('email', { to: ['oncall@shop.example'] })],
    ['a Slack app', channel('slack', { bot_token: 'xoxb-0123456789', channel: '#alerts' })],
    ['a simple Slack', channel('slack', { webhook_url: 'https://hooks.slack.com/services/T/B/x' })],
    ['a webhook', channel('webhook', { url: 'https://shop.example/hook', secret: 'long enough' })],
  ])('take %s channel', async (_what, body) => {
    expect((await call('POST', '/notification-channels', body)).status).toBe(201);
  });

  it.each([
    ['no settings', channel('email', {}), '"settings.to" is missing'],
    ['nobody to write to', channel('email', { to: [] }), '"settings.to" must not have fewer than 1 items'],
    ['what is no address', channel('email', { to: ['ada'] }), '"settings.to.0" must match format "email"'],
    ['a header in an address', channel('email', { to: ['a@b.example\r\nBcc: c@d.example'] }), '"settings.to.0"'],
    ['a token without a channel', channel('slack', { bot_token: 'xoxb-0123456789' }), '"settings.channel" is missing'],
    [
      'both forms of Slack',
      channel('slack', { webhook_url: 'https://x.example', channel: '#a' }),
      '"settings.bot_token" is missing',
    ],
    ['a file as address', channel('webhook', { url: 'file:///etc/passwd' }), '"settings.url" must match pattern'],
    ['what only begins like an address', channel('webhook', { url: 'https://' }), '"settings.url" is not an address'],
    [
      'a password in an address',
      channel('webhook', { url: 'https://a:b@shop.example' }),
      'must not hold a user or password',
    ],
    [
      'a misspelt setting',
      channel('webhook', { url: 'https://x.example', sercet: 'long enough' }),
      '"settings.sercet" is no part of it',
    ],
    ['a kind that there is not', channel('pigeon', {}), 'kind'],
    ['a name of two lines', channel('email', { to: ['a@b.example'] }, 'on\r\ncall'), 'name'],
    ['an empty name', channel('email', { to: ['a@b.example'] }, ' '), 'name'],
  ])('refuse %s, and say where', async (_what, body, message) => {
    expect(await call('POST', '/notification-channels', body)).toEqual({
      status: 400,
      body: { error: { code: 'bad_request', message: expect.stringContaining(message) } },
    });
  });

  it('say which rules would tell nobody without a channel, and that a name is taken', async () => {
    const used = await call('DELETE', `/notification-channels/${id}`);
    expect(used).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining('LCP is poor') } } });
    const taken = await call('POST', '/notification-channels', channel('email', { to: ['a@b.example'] }, 'taken'));
    expect(taken.status).toBe(409);
  });

  it('send tests, and answer what the provider said', async () => {
    expect(await call('POST', `/notification-channels/${id}/test`)).toMatchObject({
      status: 200,
      body: { outcome: 'sent', answer: '200 OK' },
    });
    expect(await call('POST', `/alert-rules/${id}/test-notification`)).toMatchObject({
      status: 200,
      body: { items: [{ channel: 'on-call' }] },
    });
    expect((await call('POST', '/notification-channels/00000000-0000-4000-8000-00000000dead/test')).status).toBe(404);
  });

  it('show a reader names and kinds of channels, and nothing else of them', async () => {
    const reader = `Bearer ${secrets.read}`;
    expect((await call('GET', '/notification-channels/names', undefined, reader)).body).toEqual({
      items: [{ name: 'on-call', kind: 'webhook' }],
      next_cursor: null,
    });
    expect((await call('GET', '/notification-channels', undefined, reader)).status).toBe(403);
    expect((await call('GET', '/notification-deliveries', undefined, reader)).status).toBe(403);
  });

  it.each([
    ['?status=failed,waiting&channel=on-call', 200],
    [`?rule=${id}&instance=${id}`, 200],
    ['?status=lost', 400],
    ['?rule=x', 400],
  ])('list deliveries by %s: %s', async (query, status) => {
    expect((await call('GET', `/notification-deliveries${query}`)).status).toBe(status);
  });
});
