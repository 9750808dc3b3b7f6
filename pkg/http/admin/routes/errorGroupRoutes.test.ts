import type { FastifyInstance } from 'fastify';
import { StoreAway } from '../../../domain/ingest/RowWriter';
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

  describe('decided about many at once', () => {
    const decide = async (body: object) => {
      const { status, body: answer } = await call('POST', '/bulk', body);
      return { status, answer, outcomes: (answer.items ?? []).map((item: { status: number }) => item.status) };
    };

    it.each(['resolve', 'ignore', 'reopen'])('%s: what is wrong with one costs none of the others', async (act) => {
      const items = [{ id: other }, { id, expected_version: 1 }, { id: 'no id' }, { id }];
      const { status, answer, outcomes } = await decide({ act, items, comment: 'all of it' });
      expect(status).toBe(200);
      expect(outcomes).toEqual([404, 200, 404, 400]);
      expect(answer.items[1]).toMatchObject({ id, group: { id, version: 1 } });
      expect(answer.items[0]).toEqual({
        id: other,
        status: 404,
        error: { code: 'not_found', message: expect.any(String) },
      });
    });

    it('says of each whether somebody was faster', async () => {
      const { outcomes, answer } = await decide({ act: 'resolve', items: [{ id, expected_version: 7 }] });
      expect(outcomes).toEqual([409]);
      expect(answer.items[0].error).toEqual({ code: 'conflict', message: expect.stringContaining('version 1') });
    });

    it('does not try the rest once the store is away, and hides what nobody expected', async () => {
      let calls = 0;
      const dependencies = fakeDependencies();
      const broken = createAdminApp({
        ...dependencies,
        errorGroups: {
          ...dependencies.errorGroups,
          reopen: (_who, asked) => {
            calls += 1;
            return Promise.reject(asked === id ? new Error('secret') : new StoreAway('away', 5));
          },
        },
      });
      const answer = await broken.inject({
        method: 'POST',
        url: '/api/v1/error-groups/bulk',
        headers: { authorization: `Bearer ${secrets.admin}` },
        payload: { act: 'reopen', items: [{ id }, { id: other }, { id: other.replace('dead', 'beef') }] },
      });
      await broken.close();
      expect(answer.json().items.map(({ status }: { status: number }) => status)).toEqual([500, 503, 503]);
      expect(answer.body).not.toContain('secret');
      expect(calls).toBe(2);
    });

    it.each([
      {},
      { act: 'resolve' },
      { act: 'resolve', items: [] },
      { act: 'delete', items: [{ id }] },
      { act: 'resolve', items: Array.from({ length: 101 }, () => ({ id })) },
      { act: 'resolve', items: [{ id }], until_events: 3 },
      { act: 'reopen', items: [{ id }], in: 'now' },
      { act: 'ignore', items: [{ id }], until: '2020-01-01T00:00:00Z' },
      { act: 'ignore', items: [{ id, version: 1 }] },
    ])('refuses %j as a whole', async (body) => {
      expect((await decide(body)).status).toBe(400);
    });
  });

  it('show their events, or 404', async () => {
    expect((await call('GET', `/${id}/events`)).body).toEqual({ items: [], next_cursor: null });
    expect((await call('GET', `/${other}/events`)).status).toBe(404);
    expect((await call('GET', `/${other}`)).status).toBe(404);
    expect((await call('GET', '/nothing')).status).toBe(400);
  });

  it('tell what came before one of their errors, which is found by its time', async () => {
    const at = '2026-11-23T00:00:00.000Z';
    const { body } = await call('GET', `/${id}/events/${id}/breadcrumbs?at=${at}`);
    expect(body).toEqual({ items: [], has_session: true, has_details: true });
    expect((await call('GET', `/${id}/events/${other}/breadcrumbs?at=${at}`)).status).toBe(404);
    expect((await call('GET', `/${id}/events/${id}/breadcrumbs`)).status).toBe(400);
    expect((await call('GET', `/${id}/events/${id}/breadcrumbs?at=yesterday`)).status).toBe(400);
  });
});
