import { tableFromIPC } from 'apache-arrow';
import type { FastifyInstance } from 'fastify';
import { arrowMediaType } from '../../../../src/contract/query/QueryResponse';
import { type QueryContext, QueryError } from '../../../domain/query/QueryRunner';
import { eventually } from '../../../lib/testing/eventually';
import { createAdminApp } from '../createAdminApp';
import { fakeDependencies, secrets } from '../testing/fakeDependencies';

const range = { from: '2026-11-23T00:00:00Z', to: '2026-11-23T01:00:00Z' };

describe('POST /query', () => {
  let app: FastifyInstance;
  let seen: QueryContext | undefined;
  let waiting = false;
  let hungUp = false;

  beforeAll(() => {
    app = createAdminApp({
      ...fakeDependencies(),
      queries: {
        run: async (query, context) => {
          seen = context;
          switch (query.metric) {
            case 'wrong':
              throw new QueryError('Unknown field "x"');
            case 'slow':
              throw new QueryError('The query took too long', 504);
            case 'patient':
              waiting = true;
              return new Promise((_resolve, reject) =>
                context.signal?.addEventListener('abort', () => {
                  hungUp = true;
                  reject(new QueryError('The query was given up by who asked', 504));
                })
              );
            case 'bug':
              throw new Error('secret');
            default:
              return [{ refId: query.refId, fields: [{ name: 'value', type: 'number', values: [1, null, NaN] }] }];
          }
        },
      },
    });
  });
  afterAll(() => app.close());

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/query',
      headers: { authorization: `Bearer ${secrets.admin}`, 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    });
  const ask = (...queries: unknown[]) => post({ ...range, queries });

  it('answers in the shape of Grafana’s /api/ds/query', async () => {
    const answer = await ask({ refId: 'A', kind: 'events' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.json()).toEqual({
      results: {
        A: {
          status: 200,
          frames: [
            {
              schema: {
                refId: 'A',
                fields: [{ name: 'value', type: 'number', typeInfo: { frame: 'float64', nullable: true } }],
              },
              data: { values: [[1, null, null]], entities: [{ NaN: [2] }] },
            },
          ],
        },
      },
    });
  });

  it('answers Arrow files in base64 to who asks for them', async () => {
    const answer = await post({ ...range, queries: [{ refId: 'A', kind: 'events' }] }, { accept: arrowMediaType });
    expect(answer.headers['content-type']).toBe(arrowMediaType);
    const table = tableFromIPC(Buffer.from(answer.json().results.A.frames[0], 'base64'));
    expect(table.getChild('value')?.toJSON()).toEqual([1, null, NaN]);
  });

  it('refuses one query alone, and answers its neighbours', async () => {
    const { results } = (
      await ask(
        { refId: 'A', kind: 'events' },
        { refId: 'B', kind: 'performance', metric: 'wrong' },
        { refId: 'C', kind: 'nonsense' },
        { refId: 'D', kind: 'performance', metric: 'slow' },
        { refId: 'E', kind: 'performance', metric: 'bug' },
        null,
        { refId: '__proto__', kind: 'events' }
      )
    ).json();
    expect(results.A.status).toBe(200);
    expect(results.B).toEqual({ status: 400, error: 'Unknown field "x"', frames: [] });
    expect(results.C).toMatchObject({ status: 400, error: expect.stringMatching(/^"kind" must be one of/) });
    expect(results.D).toMatchObject({ status: 504 });
    expect(results.E).toMatchObject({ status: 500, error: expect.not.stringContaining('secret') });
    expect(results['5']).toMatchObject({ status: 400 });
  });

  it('passes on whose rows, which time, and that the caller may hang up', async () => {
    await post({ ...range, intervalMs: 5000, maxDataPoints: 7, queries: [{ refId: 'A', kind: 'events' }] });
    expect(seen).toMatchObject({
      who: { orgId: 1, seesPersonal: true },
      range: { from: Date.UTC(2026, 10, 23), to: Date.UTC(2026, 10, 23, 1) },
      intervalMs: 5000,
      maxDataPoints: 7,
      signal: expect.any(AbortSignal),
    });
  });

  it('tells a running query that the caller hung up', async () => {
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const caller = new AbortController();
    const answer = fetch(`${url}/api/v1/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secrets.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...range, queries: [{ refId: 'A', kind: 'performance', metric: 'patient' }] }),
      signal: caller.signal,
    });
    await eventually(() => waiting, 'the query runs');
    caller.abort();
    await expect(answer).rejects.toThrow(/abort/);
    await eventually(() => hungUp, 'the query was told');
  });

  it.each([
    ['no time', { queries: [{}] }],
    ['a time that is none', { ...range, from: 'yesterday', queries: [{}] }],
    ['a day that does not exist', { ...range, from: '2026-13-45T00:00:00Z', queries: [{}] }],
    ['a range that runs backwards', { from: range.to, to: range.from, queries: [{}] }],
    ['no queries', { ...range, queries: [] }],
    ['too many queries', { ...range, queries: Array.from({ length: 51 }, () => ({})) }],
  ])('refuses a request with %s as a whole', async (_, body) => {
    expect((await post(body)).statusCode).toBe(400);
  });
});
