import { RE2JS } from 're2js';
import { LimitedMap } from '../../../lib/LimitedMap';

/** Instructions of a pattern: what a person writes has 10 to 50. */
const mostInstructions = 1000;
/** Characters of a label that are looked at. */
const longestText = 2000;

const compiled = new LimitedMap<string, RE2JS>(1000);

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) {
    return known;
  }
  // By itself first: `a)(b` is no pattern, although it would be one inside of the other brackets.
  RE2JS.compile(pattern);
  const made = RE2JS.compile(`^(?:${pattern})$`, RE2JS.DOTALL);
  compiled.set(pattern, made);
  return made;
}

/** Whether a regular expression fits the whole of a text, in linear time. One that cannot be read fits nothing. */
export function isWholeMatch(pattern: string, text: string): boolean {
  return complaintAboutPattern(pattern) === undefined && compile(pattern).test(text.slice(0, longestText));
}

/** Why a text is no pattern for labels; undefined where it is one. */
export function complaintAboutPattern(pattern: string): string | undefined {
  try {
    const size = compile(pattern).programSize();
    return size > mostInstructions
      ? `is too complex: it takes ${size} steps a character, ${mostInstructions} at most`
      : undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'it cannot be read';
    return `is not a regular expression (RE2 syntax): ${reason}`;
  }
}
