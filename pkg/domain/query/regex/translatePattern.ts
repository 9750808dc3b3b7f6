import { bracket, escapeCode, perlClasses } from './characterClass';
import { PatternReader, UnsupportedPattern } from './PatternReader';
import { readBracket } from './readBracket';
import { readEscapedCode } from './readEscape';

/** PostgreSQL's largest count in `{n,m}`; RE2's is 1,000. */
const largestCount = 255;

/** Anything but a line's end: what RE2's dot means without the flag `s`. */
const dotWithoutNewline = bracket([[10, 10]], true) ?? '.';

const wordCharacter = bracket(perlClasses.w ?? [], false) ?? '';
const [afterWord, notAfterWord] = [`(?<=${wordCharacter})`, `(?<!${wordCharacter})`];
const [beforeWord, notBeforeWord] = [`(?=${wordCharacter})`, `(?!${wordCharacter})`];

/** Word boundaries are spelled out: PostgreSQL's own know other letters than ASCII, and miss some ends of the text. */
const anchors: Readonly<Record<string, string>> = {
  A: '\\A',
  z: '\\Z',
  b: `(?:${afterWord}${notBeforeWord}|${notAfterWord}${beforeWord})`,
  B: `(?:${afterWord}${beforeWord}|${notAfterWord}${notBeforeWord})`,
};

/**
 * A pattern that RE2 has accepted, in the syntax of PostgreSQL's advanced regular expressions. Whether a text matches is
 * all that counts, so that names of groups and greediness go. Throws UnsupportedPattern for what PostgreSQL has no word
 * for: Unicode classes, multi-line mode, case folding of a part.
 */
export function translatePattern(pattern: string): string {
  const reader = new PatternReader(pattern);
  const leading = readLeadingFlags(reader);
  const output: string[] = [];
  /** Whether the dot takes line ends, by open group. */
  const dotAll = [leading.dotAll];
  while (!reader.done) {
    output.push(readPiece(reader, dotAll, leading.ignoreCase));
  }
  return (leading.ignoreCase ? '(?i)' : '') + output.join('');
}

function readPiece(reader: PatternReader, dotAll: boolean[], ignoreCase: boolean): string {
  const quantifier = reader.take(/^(?:[*+?]|\{\d+(?:,\d*)?\})\??/);
  if (quantifier) {
    return readQuantifier(quantifier[0]);
  }
  const character = reader.next();
  switch (character) {
    case '(':
      return readGroup(reader, dotAll, ignoreCase);
    case ')':
      dotAll.pop();
      return ')';
    case '|':
    case '^':
    case '$':
      return character;
    case '.':
      return dotAll.at(-1) ? '.' : dotWithoutNewline;
    case '[':
      return readBracket(reader);
    case '\\':
      return readEscape(reader);
    default:
      return escapeCode(character.codePointAt(0) ?? 0);
  }
}

function readQuantifier(text: string): string {
  const bare = text.length > 1 && text.endsWith('?') ? text.slice(0, -1) : text;
  if ([...bare.matchAll(/\d+/g)].some(([count]) => Number(count) > largestCount)) {
    throw new UnsupportedPattern(`a repetition of more than ${largestCount}`);
  }
  return bare;
}

function readEscape(reader: PatternReader): string {
  const quoted = reader.take(/^Q([\s\S]*?)(?:\\E|$)/);
  if (quoted) {
    return [...(quoted[1] ?? '')].map((character) => escapeCode(character.codePointAt(0) ?? 0)).join('');
  }
  if (reader.take(/^E/)) {
    return '';
  }
  const letter = reader.peek();
  const anchor = anchors[letter];
  const ranges = perlClasses[letter];
  if (anchor !== undefined || ranges !== undefined) {
    reader.next();
    return anchor ?? bracket(ranges ?? [], false) ?? '';
  }
  if (letter === 'p' || letter === 'P') {
    throw new UnsupportedPattern('a Unicode class (\\p)');
  }
  return escapeCode(readEscapedCode(reader));
}

function readGroup(reader: PatternReader, dotAll: boolean[], ignoreCase: boolean): string {
  const inherited = dotAll.at(-1) ?? false;
  if (reader.take(/^\?P?<\w+>/)) {
    dotAll.push(inherited);
    return '(?:';
  }
  const flags = reader.take(/^\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/);
  const scoped = flags ? applyFlags(flags, inherited, ignoreCase).dotAll : inherited;
  if (flags?.[3] === ')') {
    // The flags hold for the rest of the group that is already open.
    dotAll[dotAll.length - 1] = scoped;
    return '';
  }
  dotAll.push(scoped);
  return '(?:';
}

interface Flags {
  dotAll: boolean;
  ignoreCase: boolean;
}

function readLeadingFlags(reader: PatternReader): Flags {
  const flags = reader.take(/^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?(\))/);
  if (flags === undefined) {
    return { dotAll: false, ignoreCase: false };
  }
  const ignoreCase = (flags[1] ?? '').includes('i') && !(flags[2] ?? '').includes('i');
  return { ...applyFlags(flags, false, ignoreCase), ignoreCase };
}

function applyFlags(flags: RegExpExecArray, dotAll: boolean, ignoreCase: boolean): { dotAll: boolean } {
  const on = flags[1] ?? '';
  const off = flags[2] ?? '';
  if (on.includes('m') && !off.includes('m')) {
    throw new UnsupportedPattern('multi-line mode (?m)');
  }
  if ((on.includes('i') && !ignoreCase) || (off.includes('i') && ignoreCase)) {
    throw new UnsupportedPattern('ignoring case in a part of the pattern: write (?i) at its start');
  }
  return { dotAll: off.includes('s') ? false : on.includes('s') || dotAll };
}
