const mark = '… (cut)';

/**
 * `text` in at most `limit` UTF-16 units plus a mark that says it was cut. Never cuts a code point in two, and turns lone
 * surrogates, which have no UTF-8 form, into U+FFFD.
 */
export function clipText(text: string, limit: number): string {
  if (text.length <= limit) {
    return wellFormed(text);
  }
  const cut = text.codePointAt(limit - 1) ?? 0;
  const end = cut > 0xffff ? limit - 1 : limit;
  return `${wellFormed(text.slice(0, end))}${mark}`;
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
