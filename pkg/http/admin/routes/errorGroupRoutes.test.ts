import type { FastifyInstance } from 'fastify';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';
import type { GroupSelection } from '../../../domain/errors/groups/ErrorGroupRepository';

const id = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const other = '00000000-0000-4000-8000-00000000dead';

describe('error groups', () => {
  let app: FastifyInstance;
  let asked: GroupSelection | undefined;

  beforeAll(() => {
    const dependencies = fakeDependencies();
    const { errorGroups } = dependencies;
    app = createAdminApp({
      ...dependencies,
      errorGroups: {
        ...errorGroups,
        list: (who, selection) => {
          asked = selection;
          return errorGroups.list(who, selection);
        },
      },
    });
  });
  afterAll(() => app.close());

  const call = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1/error-groups${path}`,
      headers: { authorization: `Bearer ${secrets.admin}` },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };

  it('are listed by what was asked for', async () => {
    const { status, body } = await call(
      'GET',
      '?app=shop&status=unresolved,regressed&severity=high&query=total&limit=5'
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: [{ id, status: 'unresolved', version: 1 }], next_cursor: null });
    expect(asked).toEqual({
      app: 'shop',
      statuses: ['unresolved', 'regressed'],
      severity: 'high',
      search: 'total',
      order: 'last_seen',
      limit: 5,
      cursor: undefined,
    });
  });

  it.each(['?status=open', '?severity=bad', '?sort=title', '?limit=0'])('are not listed by %s', async (search) => {
    expect((await call('GET', search)).status).toBe(400);
  });

  it.each(['resolve', 'ignore', 'reopen'])('can be told to %s without a word', async (act) => {
    expect((await call('POST', `/${id}/${act}`)).status).toBe(200);
    expect((await call('POST', `/${id}/${act}`, { comment: 'done' })).status).toBe(200);
    expect((await call('POST', `/${other}/${act}`)).status).toBe(404);
    expect((await call('POST', `/${id}/${act}`, { coment: 'x' })).status).toBe(400);
    expect((await call('POST', `/${id}/${act}`, { expected_version: 'x' })).status).toBe(400);
  });

  it('are not changed by who saw an older version', async () => {
    const { status, body } = await call('POST', `/${id}/resolve`, { in: 'now', expected_version: 7 });
    expect(status).toBe(409);
    expect(body.error).toEqual({ code: 'conflict', message: expect.stringContaining('version 1') });
  });

  it.each([{ in: 'never' }, { in: 'now', comment: 'x'.repeat(2001) }])('are not resolved by %j', async (body) => {
    expect((await call('POST', `/${id}/resolve`, body)).status).toBe(400);
  });

  it.each([{ until: '2020-01-01T00:00:00Z' }, { until: 'tomorrow' }, { until_events: 0 }, { until_events: 1.5 }])(
    'are not ignored by %j',
    async (body) => {
      expect((await call('POST', `/${id}/ignore`, body)).status).toBe(400);
    }
  );

  it('show their events, or 404', async () => {
    expect((await call('GET', `/${id}/events`)).body).toEqual({ items: [], next_cursor: null });
    expect((await call('GET', `/${other}/events`)).status).toBe(404);
    expect((await call('GET', `/${other}`)).status).toBe(404);
    expect((await call('GET', '/nothing')).status).toBe(400);
  });
});
