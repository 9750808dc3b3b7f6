import { toDataFrame, type DataFrame } from '@grafana/data';
import { readVitals } from './readVitals';

const p75 = (metric: string, value: number | null): DataFrame =>
  toDataFrame({ refId: `p75-${metric}`, fields: [{ name: 'p75', values: [value] }] });

describe('reading the vitals', () => {
  it('puts p75 and shares of one vital together', () => {
    const ratings = toDataFrame({
      refId: 'ratings-LCP',
      fields: [
        { name: 'rating', values: ['good', 'poor'] },
        { name: 'count', values: [3, 1] },
      ],
    });
    expect(readVitals([p75('CLS', 0.05), ratings, p75('LCP', 2100)])).toEqual({
      LCP: { p75: 2100, shares: { good: 75, needs_improvement: 0, poor: 25 } },
      CLS: { p75: 0.05, shares: undefined },
    });
  });
  it('leaves out what was not measured', () => {
    expect(readVitals([p75('LCP', null)])).toEqual({});
    expect(readVitals([])).toEqual({});
  });
});
