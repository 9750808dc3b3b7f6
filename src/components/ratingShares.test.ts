import { toDataFrame } from '@grafana/data';
import { ratingShares } from './ratingShares';

const counts = (rows: Record<string, number>) =>
  toDataFrame({
    fields: [
      { name: 'rating', values: Object.keys(rows) },
      { name: 'count', values: Object.values(rows) },
    ],
  });

describe('shares of ratings', () => {
  it('are percent of all that was rated, in whatever order it came', () => {
    expect(ratingShares(counts({ poor: 1, good: 7, needs_improvement: 2 }))).toEqual({
      good: 70,
      needs_improvement: 20,
      poor: 10,
    });
  });
  it('are zero for a rating that nobody got', () => {
    expect(ratingShares(counts({ good: 3 }))).toEqual({ good: 100, needs_improvement: 0, poor: 0 });
  });
  it('leave out rows without a rating', () => {
    expect(ratingShares(counts({ good: 1, '': 9 }))?.good).toBe(100);
  });
  it('are unknown where nothing was rated', () => {
    expect(ratingShares(undefined)).toBeUndefined();
    expect(ratingShares(counts({}))).toBeUndefined();
  });
});
