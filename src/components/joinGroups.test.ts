import { toDataFrame, type DataFrame } from '@grafana/data';
import { joinGroups } from './joinGroups';

const frame = (refId: string, groups: Array<string | null>, values: Array<number | null>): DataFrame =>
  toDataFrame({
    refId,
    fields: [
      { name: 'page_path', values: groups },
      { name: 'value', values, config: { unit: refId === 'p75' ? 'ms' : 'short' } },
    ],
  });
const columns = [
  { refId: 'p75', name: 'p75' },
  { refId: 'count', name: 'Samples', config: { decimals: 0 } },
];
const order = { by: 'p75', direction: 'descending' as const, limit: 10 };
const valuesOf = (joined: DataFrame | undefined) => joined?.fields.map(({ values }) => [...values]);

describe('joining grouped answers', () => {
  it('puts the values of one group into one row, ordered', () => {
    const joined = joinGroups(
      [frame('p75', ['/', '/b'], [100, 200]), frame('count', ['/b', '/'], [5, 6])],
      1,
      columns,
      order
    );
    expect(valuesOf(joined)).toEqual([
      ['/b', '/'],
      [200, 100],
      [5, 6],
    ]);
  });
  it('names the columns and keeps what the server said about them', () => {
    const joined = joinGroups([frame('p75', ['/'], [1]), frame('count', ['/'], [2])], 1, columns, order);
    expect(joined?.fields.map(({ name, config }) => [name, config.unit, config.decimals])).toEqual([
      ['page_path', undefined, undefined],
      ['p75', 'ms', undefined],
      ['Samples', 'short', 0],
    ]);
  });
  it('leaves null where a query does not know the group, and puts it last', () => {
    const joined = joinGroups([frame('p75', ['/'], [1]), frame('count', ['/x', '/'], [9, 2])], 1, columns, order);
    expect(valuesOf(joined)).toEqual([
      ['/', '/x'],
      [1, null],
      [2, 9],
    ]);
  });
  it('counts 0 where a query does not know the group, if asked', () => {
    const counted = [
      { refId: 'count', name: 'p75' },
      { refId: 'p75', name: 'Errors', missing: 0 },
    ];
    expect(valuesOf(joinGroups([frame('count', ['/'], [3])], 1, counted, order))).toEqual([['/'], [3], [0]]);
  });
  it('keeps a group without a name apart from one that is named null', () => {
    const joined = joinGroups([frame('p75', [null, 'null'], [1, 2])], 1, columns.slice(0, 1), order);
    expect(valuesOf(joined)?.[0]).toEqual(['null', null]);
  });
  it('keeps the first rows of the order only', () => {
    const joined = joinGroups([frame('p75', ['a', 'b', 'c'], [1, 3, 2])], 1, columns.slice(0, 1), {
      by: 'p75',
      direction: 'ascending',
      limit: 2,
    });
    expect(valuesOf(joined)).toEqual([
      ['a', 'c'],
      [1, 2],
    ]);
  });
  it('joins what is there when one query failed', () => {
    const joined = joinGroups([frame('count', ['/'], [2])], 1, columns, order);
    expect(valuesOf(joined)).toEqual([['/'], [null], [2]]);
  });
  it('is nothing without groups, so that the panel says "No data"', () => {
    expect(joinGroups([], 1, columns, order)).toBeUndefined();
    expect(joinGroups([frame('p75', [], [])], 1, columns, order)).toBeUndefined();
  });
});
