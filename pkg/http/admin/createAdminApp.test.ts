import { request as httpRequest } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { type Role, roles } from '../../../src/contract/RouteDeclaration';
import { apiPrefix, type RouteName, routes } from '../../../src/contract/routes';
import { signIdentity } from '../../domain/access/identityHeader';
import { systemClock } from '../../lib/Clock';
import { minute } from '../../lib/duration';
import { createAdminApp } from './createAdminApp';
import { fakeDependencies, now, secrets } from './testing/fakeDependencies';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const names = Object.keys(routes) as RouteName[];
const pathOf = (name: RouteName) => apiPrefix + routes[name].path.replace('{name}', 'browser').replace(/\{\w+\}/g, id);

/** Who calls, and as what the server must take them; undefined: as nobody, 401 or 403. */
const callers: Record<string, { headers: Record<string, string>; role: Role | undefined; refusal: number }> = {
  nobody: { headers: {}, role: undefined, refusal: 401 },
  'a wrong token': { headers: { authorization: 'Bearer wrong' }, role: undefined, refusal: 401 },
  'a token in the wrong scheme': {
    headers: { authorization: `Basic ${secrets.admin}` },
    role: undefined,
    refusal: 401,
  },
  'the admin token': { headers: { authorization: `Bearer ${secrets.admin}` }, role: 'Admin', refusal: 403 },
  'a read token': { headers: { authorization: `Bearer ${secrets.read}` }, role: 'Viewer', refusal: 403 },
  'an upload token': { headers: { authorization: `Bearer ${secrets.upload}` }, role: undefined, refusal: 403 },
  'a remote token without a user': {
    headers: { authorization: `Bearer ${secrets.remote}` },
    role: undefined,
    refusal: 403,
  },
  'an admin token of another organisation': {
    headers: { authorization: `Bearer ${secrets.foreignAdmin}`, 'x-seamark-org': '1' },
    role: undefined,
    refusal: 403,
  },
  'an admin token with a forged user': {
    headers: { authorization: `Bearer ${secrets.admin}`, 'x-seamark-identity': identity('Admin', secrets.admin) },
    role: undefined,
    refusal: 403,
  },
  'a remote token with an expired user': {
    headers: { authorization: `Bearer ${secrets.remote}`, 'x-seamark-identity': identity('Admin', secrets.remote, -1) },
    role: undefined,
    refusal: 403,
  },
  ...Object.fromEntries(
    roles.flatMap((role) => [
      [
        `a plugin’s ${role} in this process`,
        {
          headers: {
            authorization: `Bearer ${secrets.inMemory}`,
            'x-seamark-identity': identity(role, secrets.inMemory),
          },
          role,
          refusal: 403,
        },
      ],
      [
        `a remote plugin’s ${role}`,
        {
          headers: { authorization: `Bearer ${secrets.remote}`, 'x-seamark-identity': identity(role, secrets.remote) },
          role,
          refusal: 403,
        },
      ],
    ])
  ),
};

function identity(role: Role, secret: string, life = minute): string {
  return signIdentity({ orgId: 1, login: 'ada', role, seesPersonal: false, exp: now + life }, secret);
}

interface Answer {
  status: number;
  body: string;
}

describe('the admin listener', () => {
  let app: FastifyInstance;
  let port: number;

  beforeAll(async () => {
    app = createAdminApp(fakeDependencies());
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => app.close());

  /** Over a socket and with the path exactly as given: clients that tidy paths would hide the tricks. */
  const call = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        let text = '';
        answer.on('data', (data) => (text += String(data)));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const admin = { authorization: `Bearer ${secrets.admin}` };
  const json = { ...admin, 'content-type': 'application/json' };

  describe.each(names)('route %s', (name) => {
    const { method, role } = routes[name];

    it.each(Object.entries(callers))('lets %s in, or not, as declared', async (_, caller) => {
      const { status } = await call(method, pathOf(name), caller.headers);
      const allowed = caller.role !== undefined && roles.indexOf(caller.role) >= roles.indexOf(role);
      if (allowed) {
        expect([401, 403]).not.toContain(status);
        expect(status).toBeLessThan(500);
      } else {
        expect(status).toBe(caller.refusal);
      }
    });

    const path = pathOf(name);
    const inside = path.slice(1);
    const tricks: Array<[string, string, string]> = [
      ['a slash more at the end', method, `${path}/`],
      ['two slashes at the start', method, `/${path}`],
      ['two slashes inside', method, path.replace('/v1/', '/v1//')],
      ['a dot', method, path.replace('/v1/', '/v1/./')],
      ['a way up and down again', method, path.replace('/v1/', '/v1/x/../')],
      ['an encoded way up', method, path.replace('/v1/', '/v1/x/%2e%2e/')],
      ['encoded slashes', method, `/${inside.replaceAll('/', '%2f')}`],
      ['encoded slashes, encoded again', method, `/${inside.replaceAll('/', '%252f')}`],
      ['a backslash', method, path.replace('/v1/', '/v1\\')],
      ['capital letters', method, path.toUpperCase()],
      ['a NUL character', method, `${path}%00`],
      ['a semicolon', method, `${path};x=1`],
      ['a HEAD', 'HEAD', path],
      ['an OPTIONS', 'OPTIONS', path],
      ['a PUT', 'PUT', path],
      ['a TRACE', 'TRACE', path],
    ];

    it.each(tricks)('is not reached by %s', async (_, trickMethod, trickPath) => {
      for (const caller of Object.values(callers)) {
        const { status } = await call(trickMethod, trickPath, caller.headers);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
    });

    it('does not take another method from a header', async () => {
      const reader = { authorization: `Bearer ${secrets.read}`, 'x-http-method-override': method };
      const { status } = await call('GET', pathOf('createToken'), reader);
      expect(status).toBe(403);
    });
  });

  it('has no route that the table does not declare', async () => {
    const declared = names.map((name) => `${routes[name].method} ${apiPrefix}${routes[name].path}`);
    const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(
      (await call('GET', `${apiPrefix}/openapi.json`, admin)).body
    );
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
    );
    expect(described.sort()).toEqual(declared.sort());
    for (const name of names) {
      expect(
        app.hasRoute({ method: routes[name].method, url: apiPrefix + routes[name].path.replace(/\{(\w+)\}/g, ':$1') })
      ).toBe(true);
    }
  });

  it('says that it lives to everybody, and nothing else', async () => {
    expect(await call('GET', '/healthz', {})).toEqual({ status: 200, body: '{"status":"ok"}' });
    expect((await call('GET', '/api/v1/nothing', {})).status).toBe(401);
    expect((await call('GET', '/api/v1/nothing', admin)).status).toBe(404);
  });

  it.each([
    ['nobody', {}, 401],
    ['an upload token', { authorization: `Bearer ${secrets.upload}` }, 403],
    ['a read token', { authorization: `Bearer ${secrets.read}` }, 200],
    ['a bare remote token', { authorization: `Bearer ${secrets.remote}` }, 200],
  ])('shows its metrics to %s: %s', async (_, headers, status) => {
    expect((await call('GET', '/metrics', headers)).status).toBe(status);
  });

  it('lets an admin token choose the organisation', async () => {
    const { body } = await call('GET', pathOf('listApps'), { ...admin, 'x-seamark-org': '42' });
    expect(JSON.parse(body).items[0].name).toBe('app of 42');
    expect((await call('GET', pathOf('listApps'), { ...admin, 'x-seamark-org': 'x' })).status).toBe(400);
  });

  describe('bodies', () => {
    const create = (body: string, headers: Record<string, string> = json) =>
      call('POST', pathOf('createApp'), headers, body);

    it.each([
      ['nothing', ''],
      ['not JSON', '{'],
      ['a list', '[]'],
      ['null', 'null'],
      ['a key of the wrong type', '{"name":1}'],
      ['an empty name', '{"name":" "}'],
      ['a key that is not known', '{"name":"shop","nmae":"x"}'],
      ['a key __proto__', '{"name":"shop","__proto__":{"admin":true}}'],
      ['a constructor with a prototype', '{"name":"shop","constructor":{"prototype":{"admin":true}}}'],
      ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000)],
    ])('of %s are refused', async (_, body) => {
      const answer = await create(body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toEqual({ error: { code: 'bad_request', message: expect.any(String) } });
    });

    it.each([
      ['{"name":1}', 'body/name must be string'],
      ['{"name":" "}', 'body/name must be a name, not only blanks'],
      ['{"name":"shop","consent_mode":"maybe"}', 'body/consent_mode must be one of off, implied, required'],
      [
        '{"name":"shop","allowed_origins":["*","shop.example"]}',
        'body/allowed_origins/1 must be an origin such as https://shop.example or http://localhost:3000, or *',
      ],
      ['{"name":"a\\u0000b"}', 'body/name must not hold the character U+0000'],
      ['{"name":"a\\ud83d"}', 'body/name must not hold half of a character'],
    ])('say what is wrong where: %s', async (body, message) => {
      const answer = await create(body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body).error.message).toContain(message);
    });

    it('of queries are judged query by query', async () => {
      const asked = { from: '2026-11-23T00:00:00Z', to: '2026-11-24T00:00:00Z', queries: [{ refId: 'A\0' }, {}] };
      const answer = await call('POST', pathOf('query'), json, JSON.stringify(asked));
      expect(answer.status).toBe(200);
    });

    it('of another type are refused', async () => {
      expect(
        (await create('name=shop', { ...admin, 'content-type': 'application/x-www-form-urlencoded' })).status
      ).toBe(415);
      expect((await create('{"name":"shop"}', { ...admin, 'content-type': 'text/plain' })).status).toBe(415);
    });

    it('beyond a megabyte are refused', async () => {
      expect((await create(JSON.stringify({ name: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
    });

    it('may be left out where nothing is required', async () => {
      expect((await call('POST', pathOf('createAppKey'), admin)).status).toBe(201);
    });
  });

  it('answers the CRUD of apps with what the repository says', async () => {
    const created = await call('POST', pathOf('createApp'), json, '{"name":"shop"}');
    expect(created.status).toBe(201);
    expect(JSON.parse(created.body)).toMatchObject({ name: 'shop', keys: [] });
    const gone = pathOf('getApp').replace(id, '00000000-0000-4000-8000-00000000dead');
    expect((await call('GET', gone, admin)).status).toBe(404);
    expect((await call('DELETE', gone, admin)).status).toBe(404);
    expect((await call('DELETE', pathOf('deleteApp'), admin)).status).toBe(204);
    expect((await call('GET', `${apiPrefix}/apps/not-a-uuid`, admin)).status).toBe(400);
    expect((await call('GET', `${apiPrefix}/apps?limit=501`, admin)).status).toBe(400);
  });

  it('hides personal fields from who may not see them', async () => {
    const all = await call('GET', pathOf('listFields'), admin);
    const few = await call('GET', pathOf('listFields'), { authorization: `Bearer ${secrets.read}` });
    expect(all.body).toContain('session_id');
    expect(few.body).not.toContain('session_id');
  });

  it('keeps failures of the server to itself', async () => {
    const answer = await call('GET', `${apiPrefix}/status`, { ...admin, 'x-seamark-org': '500' });
    expect(answer).toEqual({ status: 500, body: expect.not.stringContaining('secret') });
  });

  it('is made without listening', async () => {
    const quiet = createAdminApp({ ...fakeDependencies(), clock: systemClock, registry: new Registry() });
    expect((await quiet.inject('/healthz')).statusCode).toBe(200);
    expect(quiet.server.listening).toBe(false);
  });
});
