/** Relative error of a value read from a sketch, at most (DDSketch, Masson et al. 2019). */
export const relativeError = 0.005;

/** Bin k holds the values in (γ^(k−1), γ^k]. */
export const gamma = (1 + relativeError) / (1 - relativeError);

/** Beyond these, 2.3e-6 and 5e21, values share the last bin; PostgreSQL's numeric has room for no more below. */
export const lowestBin = -1300;
export const highestBin = 5000;

/** The value for all of a bin that is nowhere off by more than the relative error. */
export function binValue(bin: number): number {
  return (2 * gamma ** bin) / (gamma + 1);
}
