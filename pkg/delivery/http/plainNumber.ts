/** A measured number to read, not to calculate with: six significant digits. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}
