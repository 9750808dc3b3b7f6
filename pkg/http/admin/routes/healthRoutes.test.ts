import type { FastifyInstance } from 'fastify';
import { signIdentity } from '../../../domain/access/identityHeader';
import { minute } from '../../../lib/duration';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, now, secrets } from '../testing/fakeDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const http = { service_name: 'api', kind: 'http', settings: { url: 'https://shop.example/' } };

describe('the routes of health checks', () => {
  let app: FastifyInstance;
  beforeAll(() => {
    app = createAdminApp(fakeDependencies());
  });
  afterAll(() => app.close());

  const as = (role: 'Viewer' | 'Editor') => ({
    authorization: `Bearer ${secrets.inMemory}`,
    'x-seamark-identity': signIdentity(
      { orgId: 1, login: 'ada', role, seesPersonal: false, exp: now + minute },
      secrets.inMemory
    ),
  });
  const call = async (
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: object,
    role: 'Viewer' | 'Editor' = 'Editor'
  ) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: as(role),
      ...(body !== undefined && { payload: body }),
    });
    return {
      status: answer.statusCode,
      body: answer.json<Record<string, never>>() as never as Record<string, unknown>,
    };
  };
  const complaint = async (body: object) => {
    const { status, body: answer } = await call('POST', '/health-checks', body);
    return [status, (answer.error as { message: string } | undefined)?.message];
  };

  it('take a check that says only what it must', async () => {
    expect(await call('POST', '/health-checks', http)).toMatchObject({ status: 201, body: { heartbeat_url: null } });
  });

  it.each([
    ['an interval of 0', { interval_seconds: 0 }, 'interval_seconds'],
    ['a field that is not known', { intervall: 60 }, 'intervall'],
    ['a timeout as long as the interval', { interval_seconds: 10, timeout_ms: 10_000 }, '"timeout_ms" must be shorter'],
    [
      'a setting that is not known',
      { settings: { url: 'https://a.example', path: 'x' } },
      '"settings.path" is no part',
    ],
    ['settings without an address', { settings: {} }, '"settings.url" is missing'],
    ['an address that is none', { settings: { url: 'https://[' } }, '"settings.url" is not an address'],
    ['a password in the address', { settings: { url: 'https://a:b@c.example' } }, '"settings.url" must not hold'],
    [
      'a header that no request can have',
      { settings: { url: 'https://a.example', headers: { 'two words': 'x' } } },
      'settings.headers',
    ],
    [
      'a header of two lines',
      { settings: { url: 'https://a.example', headers: { accept: 'a\r\nb: c' } } },
      '"settings.headers.accept"',
    ],
    ['a secret header of two lines', { secrets: { headers: { 'x-key': 'a\nb' } } }, 'secrets'],
    ['a label that nothing can go by', { labels: { 'two words': 'x' } }, 'labels'],
    ['this machine', { settings: { url: 'http://127.1/' } }, '"settings.url" is refused'],
    ['the metadata of a cloud', { settings: { url: 'http://169.254.169.254/latest' } }, 'SEAMARK_PROBE_ALLOW'],
    ['a JSONPath that does not parse', jsonPath('$['), 'assertions.0.target'],
    [
      'a JSONPath that does not parse, where it only asks whether there is something',
      { assertions: [{ source: 'json', target: '$[', operator: 'exists' }] },
      'assertions.0.target',
    ],
    ['an expression that does not parse', { assertions: [{ source: 'body', operator: 'matches', value: '(' }] }, 'RE2'],
    ['a secret that is not used', { secrets: { password: 'x' } }, '"secrets.password" is nothing'],
    [
      'a login without a password',
      { settings: { url: 'https://a.example', auth: { kind: 'bearer' } } },
      '"secrets.authorization" is needed',
    ],
  ])('refuse %s', async (_, more, message) => {
    const [status, said] = await complaint({ ...http, ...more });
    expect(status).toBe(400);
    expect(said).toContain(message);
  });

  it.each([
    ['postgres', { host: '/var/run/postgresql', database: 'a', user: 'b' }, '"settings.host" must be the name'],
    ['tcp', { host: '10.0.0.1', port: 22 }, '"settings.host" is refused'],
    ['dns', { name: 'a.example', record: 'A', resolver: '127.0.0.1:5353' }, '"settings.resolver" is refused'],
    ['dns', { name: 'a.example', record: 'A', resolver: '[::1]:53' }, '"settings.resolver" is refused'],
    ['heartbeat', {}, '"settings.every_seconds" or "cron"'],
    ['heartbeat', { cron: '61 * * * *' }, '"settings.cron" is no cron expression'],
    ['heartbeat', { cron: '0 0 30 2 *' }, '"settings.cron" never comes'],
    ['heartbeat', { cron: '0 2 * * *', time_zone: 'Mars/Base' }, '"settings.time_zone"'],
    ['derived', { query: { kind: 'errors' }, window_minutes: 5 }, 'down_above'],
    [
      'derived',
      { query: { kind: 'errors', groupBy: ['nothing'] }, window_minutes: 5, down_above: 1 },
      'settings.query',
    ],
  ])('refuse a %s check with %j', async (kind, settings, message) => {
    const [status, said] = await complaint({ service_name: 'x', kind, settings });
    expect(status).toBe(400);
    expect(said).toContain(message);
  });

  it('show the address of reports to those who may change the check only', async () => {
    const heartbeat = { service_name: 'backup', kind: 'heartbeat', settings: { every_seconds: 3600 } };
    const made = await call('POST', '/health-checks', heartbeat);
    expect(made.body.heartbeat_url).toBe('http://127.0.0.1:8027/heartbeat/the-word');
  });

  it('try what is not saved, and what is stored, without and with changes', async () => {
    const tried = await call('POST', '/health-checks/run', { kind: 'http', settings: http.settings });
    expect(tried).toMatchObject({ status: 200, body: { status: 'healthy', response_time_ms: 12, attempts: 1 } });
    expect((await call('POST', `/health-checks/${id}/run`)).status).toBe(200);
    expect((await call('POST', `/health-checks/${id}/run`, { timeout_ms: 100 })).status).toBe(200);
    expect((await call('POST', `/health-checks/${id}/run`, { kind: 'tcp' })).status).toBe(400);
    expect((await call('POST', '/health-checks/run', { kind: 'http' })).status).toBe(400);
    expect((await call('POST', '/health-checks/run', { kind: 'http', settings: http.settings }, 'Viewer')).status).toBe(
      403
    );
  });

  it('never take stored secrets to another address', async () => {
    const dependencies = fakeDependencies();
    const kept = await dependencies.healthChecks.get({ orgId: 1, login: 'ada' }, id);
    dependencies.healthChecks.get = async () => kept && { ...kept, secret_names: ['authorization'] };
    const guarded = createAdminApp(dependencies);
    const patch = (payload: object) =>
      guarded.inject({ method: 'PATCH', url: `/api/v1/health-checks/${id}`, headers: as('Editor'), payload });
    expect((await patch({ settings: { url: 'https://evil.example/' } })).statusCode).toBe(400);
    expect((await patch({ settings: { url: 'https://evil.example/' }, secrets: {} })).statusCode).toBe(200);
    expect((await patch({ settings: { url: 'https://shop.example/other' } })).statusCode).toBe(200);
    await guarded.close();
  });
});

function jsonPath(target: string) {
  return { assertions: [{ source: 'json', target, operator: '=', value: 1 }] };
}
