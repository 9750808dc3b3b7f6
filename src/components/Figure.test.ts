import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { changeOf, singleValue, sparklineOf, valueConfig } from './Figure';

const table = (refId: string, values: unknown[]): DataFrame =>
  toDataFrame({ refId, fields: [{ name: 'count', values, config: { unit: 'short' } }] });
const series = (refId: string, values: number[]): DataFrame =>
  toDataFrame({
    refId,
    fields: [
      { name: 'time', type: FieldType.time, values: values.map((_, at) => at) },
      { name: 'value', type: FieldType.number, values },
    ],
  });

describe('the number of a tile', () => {
  it('is the only row of its query', () => {
    expect(singleValue([table('other', [1]), table('total', [42])], 'total')).toBe(42);
  });
  it('can be zero', () => {
    expect(singleValue([table('total', [0])], 'total')).toBe(0);
  });
  it.each([[[]], [[null]], [[Number.NaN]], [['text']]])('is undefined for %j', (values) => {
    expect(singleValue([table('total', values)], 'total')).toBeUndefined();
  });
  it('is undefined when the query failed', () => {
    expect(singleValue([], 'total')).toBeUndefined();
  });
  it('takes the unit that the server sent', () => {
    expect(valueConfig([table('total', [1])], 'total')).toMatchObject({ unit: 'short' });
    expect(valueConfig([], 'total')).toBeUndefined();
  });
});

describe('the sparkline of a tile', () => {
  it('is the time series of its query', () => {
    expect(sparklineOf([series('s', [1, 2, 3])], 's')?.y.values).toEqual([1, 2, 3]);
  });
  it('is left out with a single point, without points, and for a table', () => {
    expect(sparklineOf([series('s', [1])], 's')).toBeUndefined();
    expect(sparklineOf([], 's')).toBeUndefined();
    expect(sparklineOf([table('s', [1, 2])], 's')).toBeUndefined();
  });
});

describe('the change against the previous period', () => {
  it('is percent of what was', () => {
    expect(changeOf(150, 100)).toBe(50);
    expect(changeOf(0, 100)).toBe(-100);
  });
  it('is not told where there was as good as nothing', () => {
    expect(changeOf(1100, 100)).toBe(1000);
    expect(changeOf(1390, 2)).toBeUndefined();
  });
  it('is unknown where nothing was, for one cannot divide by it', () => {
    expect(changeOf(5, 0)).toBeUndefined();
    expect(changeOf(5, undefined)).toBeUndefined();
    expect(changeOf(undefined, 5)).toBeUndefined();
  });
});
