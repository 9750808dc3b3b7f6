const shortestInside = 3;
const shortestAnywhere = 8;
const wordCharacter = 'A-Za-z0-9_\\u00c0-\\uffff';

/**
 * Replaces what a request itself says about its person (id, email, name), in any case and also percent-encoded,
 * wherever else it wrote it. Values of 8 characters and more are found anywhere, shorter ones between word boundaries,
 * those under 3 only as the whole text: otherwise the user id `1` would eat every number.
 */
export function createLiteralRedactor(values: readonly string[]): (text: string) => string {
  const literals = new Set<string>();
  for (const value of values) {
    const literal = value.replace(/\p{Cs}|\0/gu, '').trim();
    literals.add(literal);
    literals.add(encodeURIComponent(literal));
  }
  literals.delete('');
  if (literals.size === 0) {
    return (text) => text;
  }
  const longestFirst = [...literals].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'gi');
  return (text) => text.replace(pattern, '[person]');
}

function patternOf(literal: string): string {
  const escaped = literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  if (literal.length >= shortestAnywhere) {
    return escaped;
  }
  if (literal.length < shortestInside) {
    return `^${escaped}$`;
  }
  // The end of `%20` is no part of a word, although it looks like one.
  return `(?:(?<![${wordCharacter}])|(?<=%[0-9A-Fa-f]{2}))${escaped}(?![${wordCharacter}])`;
}

/**
 * Whether any of `values` stands in `body` more often than in `own`, the part that is about the person. One look at the
 * body as it arrived spares a look at each of its strings, and says no for most requests. Where escapes could hide a
 * value, the answer is yes.
 */
export function mentionsPerson(body: string, own: string, values: readonly string[]): boolean {
  if (values.length === 0) {
    return false;
  }
  if (body.includes('\\u') || values.some((value) => /["\\/\p{Cc}]/u.test(value))) {
    return true;
  }
  const everything = body.toLowerCase();
  const about = own.toLowerCase();
  return values.some((value) => {
    const literal = value.trim().toLowerCase();
    if (literal === '') {
      return false;
    }
    const encoded = encodeURIComponent(literal.replace(/\p{Cs}/gu, '')).toLowerCase();
    return occursMore(everything, about, literal) || (encoded !== literal && everything.includes(encoded));
  });
}

function occursMore(everything: string, about: string, literal: string): boolean {
  let left = 0;
  for (let at = about.indexOf(literal); at !== -1; at = about.indexOf(literal, at + 1)) {
    left += 1;
  }
  for (let at = everything.indexOf(literal); at !== -1; at = everything.indexOf(literal, at + 1)) {
    left -= 1;
    if (left < 0) {
      return true;
    }
  }
  return false;
}
