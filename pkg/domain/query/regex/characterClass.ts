/** First and last code point, both inside. */
export type CodeRange = readonly [number, number];

const lastCodePoint = 0x10ffff;

const range = (first: string, last: string): CodeRange => [codeOf(first), codeOf(last)];
const one = (character: string): CodeRange => range(character, character);

const digits = [range('0', '9')];
const word = [...digits, range('A', 'Z'), one('_'), range('a', 'z')];
const space = [range('\t', '\n'), range('\f', '\r'), one(' ')];

/** RE2's Perl classes: ASCII only, whatever the database's locale says. Capital letters are the opposites. */
export const perlClasses: Readonly<Record<string, readonly CodeRange[]>> = {
  d: digits,
  s: space,
  w: word,
  D: opposite(digits),
  S: opposite(space),
  W: opposite(word),
};

/** RE2's POSIX classes, ASCII only. */
export const posixClasses: Readonly<Record<string, readonly CodeRange[]>> = {
  alnum: [...digits, range('A', 'Z'), range('a', 'z')],
  alpha: [range('A', 'Z'), range('a', 'z')],
  ascii: [[0, 0x7f]],
  blank: [one('\t'), one(' ')],
  cntrl: [[0, 0x1f], one('\x7f')],
  digit: digits,
  graph: [range('!', '~')],
  lower: [range('a', 'z')],
  print: [range(' ', '~')],
  punct: [range('!', '/'), range(':', '@'), range('[', '`'), range('{', '~')],
  space: [range('\t', '\r'), one(' ')],
  upper: [range('A', 'Z')],
  word,
  xdigit: [...digits, range('A', 'F'), range('a', 'f')],
};

/** Every character that is in none of the ranges. */
export function opposite(ranges: readonly CodeRange[]): CodeRange[] {
  const outside: CodeRange[] = [];
  let next = 0;
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (first > next) {
      outside.push([next, first - 1]);
    }
    next = Math.max(next, last + 1);
  }
  if (next <= lastCodePoint) {
    outside.push([next, lastCodePoint]);
  }
  return outside;
}

/**
 * A bracket expression of PostgreSQL. U+0000 is left out, for no text of PostgreSQL holds it and no pattern may name it.
 * Undefined for a class that no character can be in.
 */
export function bracket(ranges: readonly CodeRange[], negated: boolean): string | undefined {
  const inside = ranges.map(([first, last]): CodeRange => [Math.max(1, first), last]).filter(([a, b]) => a <= b);
  if (inside.length === 0) {
    return negated ? '.' : undefined;
  }
  const parts = inside.map(([first, last]) =>
    first === last ? escapeCode(first) : `${escapeCode(first)}-${escapeCode(last)}`
  );
  return `[${negated ? '^' : ''}${parts.join('')}]`;
}

/** A code point as PostgreSQL writes it inside and outside of brackets. */
export function escapeCode(code: number): string {
  const character = String.fromCodePoint(code);
  if (/[0-9A-Za-z]/.test(character)) {
    return character;
  }
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
