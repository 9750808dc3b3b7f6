const white = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where a text stops being JSON: the offset of the first character that cannot stand there (the length, when it ends
 * too early). The engine's own message often names no place but quotes the body. Walks without recursion, so that no
 * depth can hurt; asked only for what did not parse.
 */
export function findJsonError(text: string): number {
  const open: string[] = [];
  let at = skip(white, text, 0);
  for (;;) {
    // A value is due.
    const character = text.charAt(at);
    if (character === '{' || character === '[') {
      open.push(character);
      at = skip(white, text, at + 1);
      if (text.charAt(at) !== closing(character)) {
        if (character === '{') {
          const value = afterKey(text, at);
          if (value.failed) {
            return value.at;
          }
          at = value.at;
        }
        continue;
      }
    } else {
      const end = scalarEnd(text, at);
      if (end.failed) {
        return end.at;
      }
      at = end.at - 1;
    }
    // `at` is on the last character of a value or on the bracket that closes one.
    if (text.charAt(at) === closing(open.at(-1) ?? '') && (character === '{' || character === '[')) {
      open.pop();
    }
    at = skip(white, text, at + 1);
    while (open.length > 0 && text.charAt(at) === closing(open.at(-1) ?? '')) {
      open.pop();
      at = skip(white, text, at + 1);
    }
    if (open.length === 0) {
      return at;
    }
    if (text.charAt(at) !== ',') {
      return at;
    }
    at = skip(white, text, at + 1);
    if (open.at(-1) === '{') {
      const value = afterKey(text, at);
      if (value.failed) {
        return value.at;
      }
      at = value.at;
    }
  }
}

interface Step {
  at: number;
  failed: boolean;
}

function closing(bracket: string): string {
  return bracket === '{' ? '}' : bracket === '[' ? ']' : '\n';
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** From a key to the value behind its colon. */
function afterKey(text: string, at: number): Step {
  const key = text.charAt(at) === '"' ? stringEnd(text, at) : { at, failed: true };
  if (key.failed) {
    return key;
  }
  const colon = skip(white, text, key.at);
  return text.charAt(colon) === ':' ? { at: skip(white, text, colon + 1), failed: false } : { at: colon, failed: true };
}

function scalarEnd(text: string, at: number): Step {
  if (text.charAt(at) === '"') {
    return stringEnd(text, at);
  }
  const end = Math.max(skip(number, text, at), skip(word, text, at));
  return { at: end, failed: end === at };
}

function stringEnd(text: string, start: number): Step {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      return { at: at + 1, failed: false };
    }
    const next = code === 92 ? skip(escape, text, at) : code < 32 ? at : at + 1;
    if (next === at) {
      return { at, failed: true };
    }
    at = next;
  }
  return { at: text.length, failed: true };
}
