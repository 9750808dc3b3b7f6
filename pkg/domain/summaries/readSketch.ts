/** Counts by bin, of positive or of negative values. */
export type SketchBins = ReadonlyMap<number, number>;

/** Digits of one base-10,000 number are two bytes in PostgreSQL's wire format; three of them hold a bin's count. */
const digitsOfBin = 3;
const base = 10_000;
const headerBytes = 8;

/**
 * Unpacks Σ count · 10^(12 · bin) from the bytes of `numeric_send`: how many digits, the power of 10,000 of the first,
 * sign and scale (two bytes each), then the digits (PostgreSQL, src/backend/utils/adt/numeric.c).
 */
export function readSketch(bytes: Buffer | null): SketchBins {
  const bins = new Map<number, number>();
  if (bytes === null || bytes.length < headerBytes) {
    return bins;
  }
  const digits = bytes.readUInt16BE(0);
  const weight = bytes.readInt16BE(2);
  for (let index = 0; index < digits; index += 1) {
    const digit = bytes.readUInt16BE(headerBytes + 2 * index);
    if (digit > 0) {
      const power = weight - index;
      const bin = Math.floor(power / digitsOfBin);
      bins.set(bin, (bins.get(bin) ?? 0) + digit * base ** (power - bin * digitsOfBin));
    }
  }
  return bins;
}
