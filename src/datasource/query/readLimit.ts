/** A limit as typed; undefined for the server's own, NaN is kept out by reading what is no number as none. */
export function readLimit(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}
