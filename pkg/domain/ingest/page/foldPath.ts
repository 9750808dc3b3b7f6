const longest = 512;
const foldable =
  /^(?:\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{8,}|[0-9a-f]{16,}|.*\[(?:email|person|ip|card|iban|mac|ssn|token|redacted)\].*)(\.[a-z]{1,5})?$/i;

/**
 * A path in which numbers, UUIDs, long hexadecimal parts and whatever was redacted are `:id`, so that `/order/17` and
 * `/order/18` are one page. Without a trailing slash.
 */
export function foldPath(path: string): string {
  const folded = path
    .slice(0, longest)
    .split('/')
    .map((part) => part.replace(foldable, ':id$1'))
    .join('/');
  return folded.length > 1 && folded.endsWith('/') ? folded.replace(/\/+$/, '') || '/' : folded;
}
