import type { DataQuery } from '../generated/backend';
import { queryBodies } from './queryBodies';

const from = Date.UTC(2026, 10, 23, 8);
const query = (refId: string, change: Partial<DataQuery> = {}): DataQuery => ({
  refId,
  maxDataPoints: 500,
  intervalMs: 60_000,
  timeRange: { fromEpochMs: from, toEpochMs: from + 3_600_000 },
  json: Buffer.from(JSON.stringify({ refId: 'other', kind: 'events' })),
  queryType: '',
  ...change,
});

describe('queryBodies', () => {
  it('puts queries of one time range into one request, each with its own interval and points', () => {
    const { bodies } = queryBodies([query('A'), query('B', { intervalMs: 1000, maxDataPoints: 10 })]);
    expect(bodies).toEqual([
      {
        refIds: ['A', 'B'],
        body: {
          from: '2026-11-23T08:00:00.000Z',
          to: '2026-11-23T09:00:00.000Z',
          queries: [
            { refId: 'A', kind: 'events', intervalMs: 60_000, maxDataPoints: 500 },
            { refId: 'B', kind: 'events', intervalMs: 1000, maxDataPoints: 10 },
          ],
        },
      },
    ]);
  });

  it('asks queries of different time ranges one by one', () => {
    const { bodies } = queryBodies([query('A'), query('B', { timeRange: { fromEpochMs: 0, toEpochMs: 1 } })]);
    expect(bodies.map(({ refIds }) => refIds)).toEqual([['A'], ['B']]);
  });

  it('splits more queries than a request may hold', () => {
    const { bodies } = queryBodies(Array.from({ length: 120 }, (_, index) => query(`Q${index}`)));
    expect(bodies.map(({ refIds }) => refIds.length)).toEqual([50, 50, 20]);
  });

  it('leaves out an interval of 0, which Grafana writes into the query of a variable', () => {
    const json = Buffer.from(JSON.stringify({ kind: 'variables', field: 'app', intervalMs: 0, maxDataPoints: 0 }));
    const { bodies } = queryBodies([query('A', { json, intervalMs: 0 })]);
    expect(bodies[0]?.body.queries).toEqual([{ refId: 'A', kind: 'variables', field: 'app', maxDataPoints: 500 }]);
  });

  it('leaves interval and points to the query where Grafana gives none', () => {
    const { bodies } = queryBodies([query('A', { intervalMs: 0, maxDataPoints: 0 })]);
    expect(bodies[0]?.body.queries).toEqual([{ refId: 'A', kind: 'events' }]);
  });

  it.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['nothing', ''],
  ])('refuses %s and keeps the neighbours', (_, json) => {
    const { bodies, unreadable } = queryBodies([query('A', { json: Buffer.from(json) }), query('B')]);
    expect([...unreadable.keys()]).toEqual(['A']);
    expect(bodies[0]?.refIds).toEqual(['B']);
  });

  it('refuses a query without a time range, or one beyond all dates', () => {
    const { unreadable } = queryBodies([
      query('A', { timeRange: undefined }),
      query('B', { timeRange: { fromEpochMs: 9e15, toEpochMs: 9e15 } }),
    ]);
    expect([...unreadable.keys()]).toEqual(['A', 'B']);
  });
});
