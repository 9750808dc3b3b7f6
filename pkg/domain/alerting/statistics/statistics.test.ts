import { mannKendall } from './mannKendall';
import { median } from './median';
import { theilSenSlope } from './theilSenSlope';

describe('median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect([median([9, 1, 5]), median([4, 1, 3, 2]), median([7])]).toEqual([5, 2.5, 7]);
    expect(median([])).toBeNaN();
  });
});

describe('theilSenSlope', () => {
  it('is the slope of a straight line', () => {
    expect(theilSenSlope([1, 3, 5, 7, 9])).toBe(2);
    expect(theilSenSlope([5, 5, 5])).toBe(0);
  });

  it('does not care about one wild value, where a least-squares line would turn round', () => {
    expect(theilSenSlope([10, 11, 12, 13, 14, 15, 16, -1000])).toBeCloseTo(1, 1);
  });
});

describe('mannKendall', () => {
  it('calls a strict rise over eight values significant, and one swap still', () => {
    // S = 28, variance = 65.33: z = 3.3404, p = 0.000837
    expect(mannKendall([1, 2, 3, 4, 5, 6, 7, 8])).toBeCloseTo(0.000837, 5);
    expect(mannKendall([1, 2, 4, 3, 5, 6, 7, 8])).toBeLessThan(0.05);
  });

  it('sees nothing in a zigzag, and nothing at all in equal values', () => {
    expect(mannKendall([1, 2, 1, 2, 1, 2, 1, 2])).toBeGreaterThan(0.3);
    expect(mannKendall([3, 3, 3, 3, 3, 3, 3, 3])).toBe(1);
  });

  it('corrects for ties', () => {
    // n = 10, S = 40, ties 2, 2, 2, 2, 2: variance = (10·9·25 − 5·2·1·9) / 18 = 120; z = 39 / √120 = 3.5602
    expect(mannKendall([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])).toBeCloseTo(0.000371, 5);
  });

  it('is the same for a fall', () => {
    expect(mannKendall([8, 7, 6, 5, 4, 3, 2, 1])).toBe(mannKendall([1, 2, 3, 4, 5, 6, 7, 8]));
  });
});
