/** One measurement of a series. */
export interface Sample {
  /** Since the start of the series. */
  minutes: number;
  bytes: number;
}

/** Growth in bytes an hour: the slope of the line with the least squares through the samples. NaN for fewer than two. */
export function slopePerHour(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minutes, bytes] = [mean((sample) => sample.minutes), mean((sample) => sample.bytes)];
  const covariance = mean((sample) => (sample.minutes - minutes) * (sample.bytes - bytes));
  const variance = mean((sample) => (sample.minutes - minutes) ** 2);
  return variance === 0 ? Number.NaN : (covariance / variance) * 60;
}
