import { jsonFrame } from './jsonFrame';

describe('a frame as JSON', () => {
  it('separates the schema from the columns of values', () => {
    expect(
      jsonFrame({
        refId: 'A',
        name: 'LCP p75',
        meta: { type: 'timeseries-multi' },
        fields: [
          { name: 'time', type: 'time', values: [1000, 2000] },
          { name: 'value', type: 'number', labels: { page_path: '/' }, config: { unit: 'ms' }, values: [1.5, null] },
        ],
      })
    ).toEqual({
      schema: {
        refId: 'A',
        name: 'LCP p75',
        meta: { type: 'timeseries-multi' },
        fields: [
          { name: 'time', type: 'time', typeInfo: { frame: 'time.Time', nullable: false } },
          {
            name: 'value',
            type: 'number',
            typeInfo: { frame: 'float64', nullable: true },
            labels: { page_path: '/' },
            config: { unit: 'ms' },
          },
        ],
      },
      data: {
        values: [
          [1000, 2000],
          [1.5, null],
        ],
      },
    });
  });

  it('names the rows of NaN and of both infinities, because JSON has none of them', () => {
    const { data } = jsonFrame({
      refId: 'A',
      fields: [
        { name: 'text', type: 'string', values: ['a', null, 'c', 'd'] },
        { name: 'value', type: 'number', values: [NaN, Infinity, -Infinity, 4] },
      ],
    });
    expect(data).toEqual({
      values: [
        ['a', null, 'c', 'd'],
        [null, null, null, 4],
      ],
      entities: [null, { NaN: [0], Inf: [1], NegInf: [2] }],
    });
  });

  it('keeps a frame without rows, and one without fields, as they are', () => {
    expect(jsonFrame({ refId: 'A', fields: [{ name: 'time', type: 'time', values: [] }] }).data).toEqual({
      values: [[]],
    });
    expect(jsonFrame({ refId: 'B', fields: [] })).toEqual({ schema: { refId: 'B', fields: [] }, data: { values: [] } });
  });
});
