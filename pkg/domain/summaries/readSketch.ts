/** How many values of one sign are in each bin: parallel lists, the highest bin first. */
export interface SketchBins {
  bins: readonly number[];
  counts: readonly number[];
}

/** Digits of one base-10,000 number are two bytes in PostgreSQL's wire format; three of them hold a bin's count. */
const digitsOfBin = 3;
const base = 10_000;
const headerBytes = 8;

/**
 * Unpacks Σ count · 10^(12 · bin) from the bytes of `numeric_send`: how many digits, the power of 10,000 of the first,
 * sign and scale (two bytes each), then the digits (PostgreSQL, src/backend/utils/adt/numeric.c). A chart has a thousand
 * sketches of a thousand digits each, so there is no object a bin.
 */
export function readSketch(bytes: Buffer | null): SketchBins {
  const bins: number[] = [];
  const counts: number[] = [];
  if (bytes === null || bytes.length < headerBytes) {
    return { bins, counts };
  }
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = headerBytes + 2 * numbers.getUint16(0);
  const weight = numbers.getInt16(2);
  let bin = Math.floor(weight / digitsOfBin);
  let below = weight - bin * digitsOfBin;
  let count = 0;
  for (let at = headerBytes; at < end; at += 2) {
    count = count * base + numbers.getUint16(at);
    if (below > 0) {
      below -= 1;
    } else {
      if (count > 0) {
        bins.push(bin);
        counts.push(count);
      }
      bin -= 1;
      below = digitsOfBin - 1;
      count = 0;
    }
  }
  if (count > 0) {
    // Zeros at the end are not sent.
    bins.push(bin);
    counts.push(count * base ** (below + 1));
  }
  return { bins, counts };
}
