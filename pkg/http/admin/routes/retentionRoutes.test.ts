import type { FastifyInstance } from 'fastify';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

describe('retention policies', () => {
  let app: FastifyInstance;

  beforeAll(() => {
    app = createAdminApp(fakeDependencies());
  });
  afterAll(() => app.close());

  const call = async (method: 'GET' | 'PUT', body?: object, secret: string = secrets.admin) => {
    const answer = await app.inject({
      method,
      url: '/api/v1/retention-policies',
      headers: { authorization: `Bearer ${secret}` },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const spans = (days: unknown, more: object = {}) => ({ policies: [{ data: 'spans', tier: 'raw', days }], ...more });

  it('are shown with their defaults', async () => {
    expect(await call('GET')).toEqual({
      status: 200,
      body: {
        items: [{ data: 'spans', tier: 'raw', days: 30, default_days: 30, updated_at: null }],
        next_cursor: null,
      },
    });
  });

  it('are changed, and answered as they are then', async () => {
    const { status, body } = await call('PUT', spans(7));
    expect(status).toBe(200);
    expect(body.items).toMatchObject([{ days: 7, default_days: 30 }]);
  });

  it('may be longer than the default where the caller says that it is meant', async () => {
    expect(await call('PUT', spans(60))).toMatchObject({
      status: 400,
      body: { error: { code: 'bad_request', message: expect.stringContaining('allow_longer') } },
    });
    expect(await call('PUT', spans(60, { allow_longer: true }))).toMatchObject({ status: 200 });
  });

  it.each([0, -5, 1.5, 3661, '7', null])('refuse %p days', async (days) => {
    expect(await call('PUT', spans(days, { allow_longer: true }))).toMatchObject({ status: 400 });
  });

  it('refuse what they do not know', async () => {
    expect(await call('PUT', { policies: [{ data: 'people', tier: 'raw', days: 3 }] })).toMatchObject({ status: 400 });
    expect(await call('PUT', { policies: [{ data: 'spans', tier: 'archive', days: 3 }] })).toMatchObject({
      status: 400,
    });
    expect(await call('PUT', spans(3, { forever: true }))).toMatchObject({ status: 400 });
    expect(await call('PUT', {})).toMatchObject({ status: 400 });
  });

  it('are changed only as long as they are as the caller saw them', async () => {
    const spansOf = (days: number) => [{ data: 'spans', tier: 'raw', days }];
    expect(await call('PUT', spans(7, { expected: [] }))).toMatchObject({ status: 200 });
    expect(await call('PUT', spans(7, { expected: spansOf(5) }))).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
    expect(await call('PUT', spans(7, { expected: [{ days: 5 }] }))).toMatchObject({ status: 400 });
  });

  it('come with what is kept at this moment', async () => {
    const answer = await app.inject({
      url: '/api/v1/retention-policies/kept',
      headers: { authorization: `Bearer ${secrets.admin}` },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().items).toEqual([
      { data: 'spans', tier: 'raw', bytes: 8192, since: '2026-11-01', goes_on: '2026-12-02' },
    ]);
  });

  it('are an Admin’s', async () => {
    expect(await call('GET', undefined, secrets.read)).toMatchObject({ status: 403 });
    expect(await call('PUT', spans(7), secrets.read)).toMatchObject({ status: 403 });
  });
});
