const encoded = /%[0-9a-f]{2}/i;
const printable = /%([2-7][0-9a-f])/gi;

/** The text with `%20` and the like undone, as far as that is possible; the same text when there is none. */
export function decodePercent(text: string): string {
  if (!text.includes('%') || !encoded.test(text)) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    // Not all of it is an encoding.
    return text.replace(printable, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}
