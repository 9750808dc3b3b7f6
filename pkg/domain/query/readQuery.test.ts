import { QueryError } from './QueryRunner';
import { readQuery } from './readQuery';

describe('reading a query', () => {
  it('takes what a dashboard keeps, with the keys that Grafana adds', () => {
    const query = { refId: 'A', kind: 'events', datasource: { uid: 'x' }, hide: false };
    expect(readQuery(query)).toBe(query);
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /^The query must/],
    ['null', null, /^The query must/],
    ['a list', [], /^The query must/],
    ['no refId', { kind: 'events' }, /refId/],
    ['an unknown kind', { refId: 'A', kind: 'logs' }, /^"kind" must be one of performance, events, errors/],
    ['a kind from the prototype', { refId: 'A', kind: 'constructor' }, /^"kind" must be one of/],
    ['an unknown calculation', { refId: 'A', kind: 'events', calculation: 'median' }, /^"calculation" must be one of/],
    [
      'an unknown operator',
      { refId: 'A', kind: 'events', filters: [{ field: 'app', operator: 'like', value: 'x' }] },
      /^"filters.0.operator" must be one of =, !=/,
    ],
    [
      'a filter value that is an object',
      { refId: 'A', kind: 'events', filters: [{ field: 'app', operator: '=', value: { $ne: 1 } }] },
      /^"filters.0.value" must/,
    ],
    ['a limit of nothing', { refId: 'A', kind: 'events', limit: 0 }, /^"limit" must/],
    ['a limit beyond all tables', { refId: 'A', kind: 'events', limit: 100_001 }, /^"limit" must/],
    ['a grouping that is no list', { refId: 'A', kind: 'events', groupBy: 'app' }, /^"groupBy" must be array/],
  ])('refuses %s and says where', (_, value, message) => {
    expect(() => readQuery(value)).toThrow(QueryError);
    expect(() => readQuery(value)).toThrow(message);
  });
});
