import fc from 'fast-check';
import { binValue, gamma, highestBin, lowestBin } from './sketchBins';
import { sketchQuantile } from './sketchQuantile';

function sketchOf(values: readonly number[]) {
  return {
    positive: binsOf(values.filter((one) => one > 0)),
    negative: binsOf(values.filter((one) => one < 0)),
    zeros: values.filter((one) => one === 0).length,
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

function binsOf(values: readonly number[]) {
  const found = new Map<number, number>();
  for (const value of values) {
    const bin = Math.min(Math.max(Math.ceil(Math.log(Math.abs(value)) / Math.log(gamma)), lowestBin), highestBin);
    found.set(bin, (found.get(bin) ?? 0) + 1);
  }
  const falling = [...found].sort(([one], [other]) => other - one);
  return { bins: falling.map(([bin]) => bin), counts: falling.map(([, n]) => n) };
}

describe('sketchQuantile', () => {
  it('is the nearest rank within half a percent, also of negative numbers and zeros', () => {
    const value = fc.oneof(
      fc.constant(0),
      fc.double({ min: 1e-5, max: 1e9, noNaN: true }),
      fc.double({ min: -1e6, max: -1e-5, noNaN: true })
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.75, 0.9, 0.95, 0.99),
        (values, part) => {
          const exact = [...values].sort((a, b) => a - b)[Math.ceil(part * values.length - 1e-9) - 1] ?? NaN;
          const found = sketchQuantile(sketchOf(values), part) ?? NaN;
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(Math.abs(exact) * 0.005 + 1e-12);
        }
      )
    );
  });

  it('is nothing of nothing', () => {
    expect(sketchQuantile(sketchOf([]), 0.5)).toBeNull();
  });

  it('is never beyond the smallest and largest value', () => {
    expect(sketchQuantile(sketchOf([1234.5]), 0.75)).toBe(1234.5);
    expect(binValue(1)).toBeGreaterThan(1);
  });
});
