/** Well-known messages as browsers spell them, with one spelling for each. Bounded repeats keep them linear. */
const spellings: ReadonlyArray<readonly [pattern: RegExp, folded: string]> = [
  [/^cannot (read|set) propert(?:y|ies) of (undefined|null) \((?:reading|setting) '([^']{0,200})'\).*$/is, '$1 $3 of $2'],
  [/^cannot (read|set) property '([^']{0,200})' of (undefined|null).*$/is, '$1 $2 of $3'],
  [/^can't access property "?([^",]{0,200})"?, .{0,300} is (undefined|null).*$/is, 'read $1 of $2'],
  [/^(undefined|null) is not an object \(evaluating '(?:[^']{0,200}[.[])?"?([\w$]{1,100})"?\]?'\).*$/is, 'read $2 of $1'],
  [/^(?:can't find variable: |)([\w$]{1,100})(?: is not defined)$/is, '$1 is not defined'],
  [/^can't find variable: ([\w$]{1,100})$/is, '$1 is not defined'],
  [/^(?:[^ (]{0,200}\.)?([\w$]{1,100}) is not a (function|constructor)\b.*$/is, '$1 is not a $2'],
  [/^(?:failed to fetch|networkerror when attempting to fetch resource\.?|load failed|network request failed).*$/is, 'failed to fetch'],
  [/^(?:maximum call stack size exceeded\.?|too much recursion)$/is, 'too much recursion'],
  [/^(?:the user aborted a request|the operation was aborted|fetch is aborted|signal is aborted without reason)\.? ?$/is, 'aborted'],
  [/^(?:importing a module script failed|error loading dynamically imported module|failed to fetch dynamically imported module).*$/is, 'failed to load module'],
  [/^(?:unexpected token .{0,300} is not valid json|unexpected end of json input|json\.parse: .{0,300}|json parse error: .{0,300}|unexpected token .{0,20} in json at position .{0,20})$/is, 'invalid json'],
  [/^(?:assignment to constant variable\.?|invalid assignment to const '[^']{0,200}'|attempted to assign to readonly property\.?)$/is, 'assignment to constant'],
  [/^(?:cannot access '[^']{0,200}' before initialization|can't access lexical declaration '[^']{0,200}' before initialization|cannot access uninitialized variable\.?)$/is, 'access before initialization'],
  [/^resizeobserver loop (?:limit exceeded|completed with undelivered notifications)\.?$/is, 'resizeobserver loop'],
  [/^(?:unexpected token '<'|expected expression, got '<')$/is, "unexpected token '<'"],
]; // prettier-ignore

const longest = 1000;

/**
 * A message without what differs from event to event and from browser to browser: dates, UUIDs, emails, addresses,
 * hexadecimal, numbers, long quoted strings, and paths of URLs after their second segment become placeholders.
 */
export function foldMessage(message: string): string {
  return (wellKnownMessage(message) ?? bare(message))
    .replace(/\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s/'"?#]{1,255}(?:\/[^\s/'"?#]{1,200}){0,2})[^\s'"]*/gi, '$1')
    .replace(/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?/g, '<date>')
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<uuid>')
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|\[email\]/g, '<email>')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b|\[ip\]/g, '<ip>')
    .replace(/(["'`])[^"'`]{20,400}\1/g, '<text>')
    .replace(/\b(?:0x[0-9a-f]+|(?=[a-f]{0,39}\d)[0-9a-f]{8,40})\b/gi, '<hex>')
    .replace(/\d+(?:[.,]\d+)*/g, '<number>');
}

/** A message that the browser itself words, in the one spelling for all browsers; undefined where an author worded it. */
export function wellKnownMessage(message: string): string | undefined {
  const text = bare(message);
  const known = spellings.find(([pattern]) => pattern.test(text));
  return known && text.replace(known[0], known[1]);
}

function bare(message: string): string {
  return message
    .slice(0, longest)
    .replace(/^(?:uncaught |unhandled |error: |exception: |\(in promise\) )+/i, '')
    .trim();
}
