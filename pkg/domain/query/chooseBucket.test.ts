import fc from 'fast-check';
import { day, hour, minute } from '../../lib/duration';
import { bucketStart, chooseBucket, countBuckets } from './chooseBucket';

const start = Date.UTC(2026, 10, 23);
const range = (length: number, from = start) => ({ from, to: from + length });

describe('the width of a bucket', () => {
  it.each([
    ['an hour in 60 points', hour, 1, 60, minute],
    ['an hour in 59 points', hour, 1, 59, 2 * minute],
    ['a day in 100 points', day, 1, 100, 15 * minute],
    ['thirty days in 500 points', 30 * day, 1, 500, 2 * hour],
    ['not below the interval', hour, 5 * minute, 1000, 5 * minute],
    ['the next nice one above an odd interval', hour, 7 * minute, 1000, 10 * minute],
  ])('%s', (_, length, interval, points, expected) => {
    expect(chooseBucket(range(length), interval, points)).toBe(expected);
  });

  it('never gives more points than asked for, wherever the range starts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 1, max: 3650 * day }),
        fc.integer({ min: 1, max: day }),
        fc.integer({ min: 1, max: 5000 }),
        (from, length, interval, points) => {
          const asked = range(length, from);
          const width = chooseBucket(asked, Math.min(interval, length), points);
          expect(countBuckets(asked, width)).toBeLessThanOrEqual(points);
          expect(countBuckets(asked, width)).toBeGreaterThan(0);
          expect(bucketStart(from, width)).toBeLessThanOrEqual(from);
        }
      )
    );
  });
});
