import { bracket, type CodeRange, opposite, perlClasses, posixClasses } from './characterClass';
import { UnsupportedPattern, type PatternReader } from './PatternReader';
import { readEscapedCode } from './readEscape';

/** A bracket expression of RE2 as one of PostgreSQL, its `[` already taken. */
export function readBracket(reader: PatternReader): string {
  const negated = reader.take(/^\^/) !== undefined;
  const ranges: CodeRange[] = [];
  for (let first = true; first || reader.peek() !== ']'; first = false) {
    if (reader.done) {
      throw new UnsupportedPattern('an unclosed bracket');
    }
    ranges.push(...readItem(reader));
  }
  reader.next();
  const text = bracket(ranges, negated);
  if (text === undefined) {
    throw new UnsupportedPattern('a class without characters');
  }
  return text;
}

function readItem(reader: PatternReader): readonly CodeRange[] {
  const posix = reader.take(/^\[:(\^?)([a-z]+):\]/);
  if (posix) {
    const ranges = posixClasses[posix[2] ?? ''] ?? [];
    return posix[1] === '^' ? opposite(ranges) : ranges;
  }
  const perl = reader.take(/^\\([dswDSW])/);
  if (perl) {
    return perlClasses[perl[1] ?? ''] ?? [];
  }
  const first = readCode(reader);
  if (reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '') {
    reader.next();
    return [[first, readCode(reader)]];
  }
  return [[first, first]];
}

function readCode(reader: PatternReader): number {
  return reader.take(/^\\/) ? readEscapedCode(reader) : (reader.next().codePointAt(0) ?? 0);
}
