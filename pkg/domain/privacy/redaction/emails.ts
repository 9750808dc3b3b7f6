const longestLocalPart = 64;
const longestDomain = 255;

const isLocal = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 64 + 1 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code > 127 ||
  code === 46 || // .
  code === 45 || // -
  code === 43 || // +
  code === 95 || // _
  code === 39; // '

const isDomain = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code > 127 ||
  code === 46 ||
  code === 45;

const endsInTopLevelDomain = /\.(?:[a-z\u0080-\uffff]{2,24}|xn--[a-z0-9-]{2,59})$/i;

/**
 * Replaces email addresses, also with the `@` as `%40`. Walks outwards from each `@` over a bounded number of
 * characters, so that no text can make it slow.
 */
export function redactEmails(text: string): string {
  let result = '';
  let taken = 0;
  for (let index = nextAt(text, 0); index !== -1; index = nextAt(text, index + 1)) {
    const width = text.charCodeAt(index) === 64 ? 1 : 3;
    let start = index;
    while (start > taken && index - start < longestLocalPart && isLocal(text.charCodeAt(start - 1))) {
      start -= 1;
    }
    let end = index + width;
    while (end < text.length && end - index < longestDomain && isDomain(text.charCodeAt(end))) {
      end += 1;
    }
    while (end > index && (text.charCodeAt(end - 1) === 46 || text.charCodeAt(end - 1) === 45)) {
      end -= 1;
    }
    if (start < index && endsInTopLevelDomain.test(text.slice(index + width, end))) {
      result += `${text.slice(taken, start)}[email]`;
      taken = end;
    }
  }
  return taken === 0 ? text : result + text.slice(taken);
}

function nextAt(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 64 || (code === 37 && text.charCodeAt(index + 1) === 52 && text.charCodeAt(index + 2) === 48)) {
      return index;
    }
  }
  return -1;
}
