import { slopePerHour } from './slopePerHour';

const series = (...bytes: number[]) => bytes.map((value, minutes) => ({ minutes, bytes: value }));

describe('the slope of a series', () => {
  it('is what a steady growth gains in an hour', () => {
    expect(slopePerHour(series(100, 101, 102, 103))).toBeCloseTo(60);
  });

  it('is nothing for what goes up and down around the same value', () => {
    expect(slopePerHour(series(5, 7, 7, 5))).toBeCloseTo(0);
  });

  it('is not known from a single sample', () => {
    expect(slopePerHour(series(5))).toBeNaN();
  });
});
