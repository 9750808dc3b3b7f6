/** Levels of a request's values: more than any resource has, less than what ends a stack. */
const deepest = 64;

/** Half of a character that needs two, which no UTF-8 can write. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A part of a request that no database keeps: where, as a JSON pointer, and what is wrong there. */
export interface UnstorablePart {
  path: string;
  problem: string;
}

/**
 * The first part of a request that PostgreSQL cannot store, although it is valid JSON and may fit a schema: U+0000 and
 * halves of characters in a text or a key, and levels without end. Undefined where all can be stored.
 */
export function unstorablePart(request: unknown): UnstorablePart | undefined {
  const left: Array<{ value: unknown; path: string; level: number }> = [{ value: request, path: '', level: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path, level } = next;
    if (typeof value === 'string') {
      const problem = problemOfText(value);
      if (problem !== undefined) {
        return { path, problem };
      }
    } else if (typeof value === 'object' && value !== null) {
      if (level === deepest) {
        return { path: '', problem: `must not be nested deeper than ${deepest} levels` };
      }
      for (const [key, inner] of Object.entries(value)) {
        const problem = problemOfText(key);
        if (problem !== undefined) {
          return { path, problem: problem.replace('must not hold', 'must not have a key with') };
        }
        left.push({ value: inner, path: `${path}/${key}`, level: level + 1 });
      }
    }
  }
  return undefined;
}

function problemOfText(text: string): string | undefined {
  if (text.includes('\0')) {
    return 'must not hold the character U+0000';
  }
  return loneSurrogate.test(text) ? 'must not hold half of a character (a lone surrogate)' : undefined;
}
