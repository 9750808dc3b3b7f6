import { tableFromIPC } from 'apache-arrow';
import type { Frame } from '../../../src/contract/query/Frame';
import { arrowFrame } from './arrowFrame';

const frame: Frame = {
  refId: 'A',
  name: 'LCP p75',
  meta: { type: 'timeseries-multi' },
  fields: [
    { name: 'time', type: 'time', values: [Date.UTC(2026, 10, 23), null] },
    { name: 'value', type: 'number', labels: { page_path: '/ä' }, config: { unit: 'ms' }, values: [null, 2500.5] },
    { name: 'page_path', type: 'string', values: ['/ä', null] },
    { name: 'is_bot', type: 'boolean', values: [true, null] },
  ],
};

describe('a frame as an Arrow file', () => {
  it('starts and ends with the mark of the file format, which Grafana asks for', () => {
    const bytes = Buffer.from(arrowFrame(frame));
    expect(bytes.subarray(0, 6).toString()).toBe('ARROW1');
    expect(bytes.subarray(-6).toString()).toBe('ARROW1');
  });

  it('carries name, refId and meta on the schema and name, labels and config on the fields', () => {
    const { schema } = tableFromIPC(arrowFrame(frame));
    expect(Object.fromEntries(schema.metadata)).toEqual({
      name: 'LCP p75',
      refId: 'A',
      meta: '{"type":"timeseries-multi"}',
    });
    expect(Object.fromEntries(schema.fields[1]?.metadata ?? [])).toEqual({
      name: 'value',
      labels: '{"page_path":"/ä"}',
      config: '{"unit":"ms"}',
    });
    expect(schema.fields.map((field) => `${field.type} ${field.nullable}`)).toEqual([
      'Timestamp<NANOSECOND> true',
      'Float64 true',
      'Utf8 true',
      'Bool true',
    ]);
  });

  it('declares a time column without gaps as one that cannot be null: alert rules take no other', () => {
    const nullableOf = (values: Array<number | null>) =>
      tableFromIPC(arrowFrame({ refId: 'A', fields: [{ name: 'time', type: 'time', values }] })).schema.fields[0]
        ?.nullable;
    expect(nullableOf([1, 2])).toBe(false);
    expect(nullableOf([])).toBe(false);
    expect(nullableOf([1, null])).toBe(true);
  });

  it('keeps values and nulls', () => {
    const table = tableFromIPC(arrowFrame(frame));
    expect(table.getChild('value')?.toJSON()).toEqual([null, 2500.5]);
    expect(table.getChild('page_path')?.toJSON()).toEqual(['/ä', null]);
    expect(table.getChild('is_bot')?.toJSON()).toEqual([true, null]);
    const times = table.getChildAt(0)?.data[0]?.values;
    expect(times[0]).toBe(BigInt(Date.UTC(2026, 10, 23)) * 1_000_000n);
    expect(table.getChildAt(0)?.get(1)).toBeNull();
  });

  it('keeps NaN and the infinities, which doubles have', () => {
    const values = [NaN, Infinity, -Infinity];
    const table = tableFromIPC(arrowFrame({ refId: 'A', fields: [{ name: 'value', type: 'number', values }] }));
    expect(table.getChild('value')?.toJSON()).toEqual(values);
  });

  it('writes a frame without rows with its fields', () => {
    const empty = frame.fields.map((field) => ({ ...field, values: [] }));
    const table = tableFromIPC(arrowFrame({ refId: 'A', fields: empty }));
    expect(table.numRows).toBe(0);
    expect(table.schema.fields.map((field) => field.name)).toEqual(['time', 'value', 'page_path', 'is_bot']);
  });

  it('writes a frame without fields', () => {
    expect(tableFromIPC(arrowFrame({ refId: 'B', fields: [] })).schema.metadata.get('refId')).toBe('B');
  });
});
