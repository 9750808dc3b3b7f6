import type { FastifyInstance } from 'fastify';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

describe('consent decisions over HTTP', () => {
  const known = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
  const unknown = '018f0000-0000-7000-8000-0000000000ff';
  let app: FastifyInstance;

  beforeAll(() => {
    app = createAdminApp(fakeDependencies());
  });
  afterAll(() => app.close());

  const call = async (method: 'GET' | 'DELETE', path = '', secret: string = secrets.admin) => {
    const url = `/api/v1/privacy/consent${path}`;
    const answer = await app.inject({ method, url, headers: { authorization: `Bearer ${secret}` } });
    return { status: answer.statusCode, body: answer.json() };
  };
  const daysOf = async (query: string) => (await call('GET', query)).body.items.map(({ day }: { day: string }) => day);

  it('are counted over the last 30 days unless others are named', async () => {
    expect(await daysOf('')).toEqual(['2026-10-25', '2026-11-23']);
    expect(await daysOf('?from=2026-01-01&to=2026-01-02')).toEqual(['2026-01-01', '2026-01-02']);
    expect(await daysOf('?to=2026-01-30')).toEqual(['2026-01-01', '2026-01-30']);
  });

  it.each(['?from=2026-02-30', '?from=yesterday', '?from=2026-01-02&to=2026-01-01', '?app_id=shop', '?limit=0'])(
    'refuse %s',
    async (query) => {
      expect(await call('GET', query)).toMatchObject({ status: 400, body: { error: { code: 'bad_request' } } });
    }
  );

  it('of a person are shown and erased; nobody known is no error', async () => {
    expect(await call('GET', `/${known}`)).toMatchObject({ status: 200, body: { items: [{ decision: 'granted' }] } });
    expect(await call('GET', `/${unknown}`)).toMatchObject({ status: 200, body: { items: [] } });
    expect(await call('DELETE', `/${known}`)).toEqual({ status: 200, body: { erased: 1 } });
    expect(await call('DELETE', `/${unknown}`)).toEqual({ status: 200, body: { erased: 0 } });
    expect(await call('DELETE', '/everybody')).toMatchObject({ status: 400 });
  });

  it('are an Admin’s', async () => {
    expect(await call('GET', '', secrets.read)).toMatchObject({ status: 403 });
    expect(await call('DELETE', `/${known}`, secrets.read)).toMatchObject({ status: 403 });
  });
});
