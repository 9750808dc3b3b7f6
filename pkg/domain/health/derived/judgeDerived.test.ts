import { judgeDerived } from './judgeDerived';

const query = { kind: 'errors' } as const;
const both = { query, window_minutes: 5, degraded_above: 10, down_above: 50, min_samples: 20 };
const judged = (value: number | null, samples = 100, settings: Parameters<typeof judgeDerived>[0] = both) =>
  judgeDerived(settings, { value, samples }, 7);

describe('a service by a number that there is of it', () => {
  it.each([
    [10, 'passed', null],
    [10.5, 'warned', '10.5 is above 10'],
    [50, 'warned', '50 is above 10'],
    [50.00001, 'failed', '50 is above 50'],
    [1234.5678, 'failed', '1235 is above 50'],
  ])('with %d it has %s', (value, outcome, error) => {
    expect(judged(value)).toMatchObject({ outcome, error, durationMs: 7, details: { value, samples: 100 } });
  });

  it('says nothing by too few samples, or by none', () => {
    expect(judged(1000, 19)).toBeUndefined();
    expect(judged(null, 100)).toBeUndefined();
  });

  it('is well where nothing was counted', () => {
    expect(judged(0, 0, { query, window_minutes: 5, down_above: 1 })?.outcome).toBe('passed');
  });

  it('may only ever be degraded, or only ever down', () => {
    expect(judged(99, 100, { query, window_minutes: 5, degraded_above: 1 })?.outcome).toBe('warned');
    expect(judged(99, 100, { query, window_minutes: 5, down_above: 100 })?.outcome).toBe('passed');
  });
});
