/**
 * Whether a page of this origin may write for an app. Without an Origin header the key alone judges. `null`, which
 * sandboxed frames and files send, is nobody's name: only `*` allows it.
 */
export function isOriginAllowed(origin: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes('*')) {
    return true;
  }
  const wanted = normalise(origin);
  return wanted !== 'null' && allowed.some((candidate) => normalise(candidate) === wanted);
}

function normalise(origin: string): string {
  return origin
    .trim()
    .toLowerCase()
    .replace(/\/$/, '')
    .replace(/^(http:\/\/[^/]*):80$|^(https:\/\/[^/]*):443$/, '$1$2');
}
