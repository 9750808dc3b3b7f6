import type { Filter } from '../../contract/query/Query';
import { expandVariables, type Chosen, type Replace } from './expandVariables';

/**
 * A filter with its variables replaced, or undefined where it filters nothing: "All", or nothing at all, is chosen.
 *
 * - `=`, `!=`: several chosen values become an array (any of, none of).
 * - `=~`, `!~`: values of a variable that may hold several become escaped alternatives, anchored where the variable is
 *   the whole pattern; a single typed value (a text box) stays the pattern that it is.
 * - comparisons: the first value, as a number where it is one.
 */
export function interpolateFilter(filter: Filter, replace: Replace): Filter | undefined {
  const { operator, value } = filter;
  if (typeof value === 'number') {
    return filter;
  }
  const texts = (Array.isArray(value) ? value : [value]).map((text) => expandVariables(text, replace));
  if (texts.some(isUnrestricted)) {
    return undefined;
  }
  if (operator === '=~' || operator === '!~') {
    return { ...filter, value: joined(texts.map(asPattern)) };
  }
  const values = texts.flatMap(everyCombination);
  const [first = ''] = values;
  if (operator !== '=' && operator !== '!=') {
    return { ...filter, value: asNumber(first) };
  }
  return { ...filter, value: values.length === 1 ? first : values };
}

type Pieces = Array<string | Chosen>;

function isUnrestricted(pieces: Pieces): boolean {
  const [only] = pieces;
  return pieces.length === 1 && typeof only === 'object' && (only.all || only.values.length === 0);
}

/** `a-$b-$c` with two values each gives four texts. */
function everyCombination(pieces: Pieces): string[] {
  return pieces.reduce<string[]>(
    (texts, piece) => {
      const endings = typeof piece === 'string' ? [piece] : piece.values;
      return texts.flatMap((text) => endings.map((ending) => text + ending));
    },
    ['']
  );
}

function asPattern(pieces: Pieces): string {
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'object' && only.several) {
    return `^${alternatives(only.values)}$`;
  }
  return pieces.map((piece) => (typeof piece === 'string' ? piece : chosenPattern(piece))).join('');
}

function chosenPattern({ all, several, values }: Chosen): string {
  if (all) {
    return '.*';
  }
  return several ? alternatives(values) : (values[0] ?? '');
}

function alternatives(values: readonly string[]): string {
  const escaped = values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.length === 1 ? (escaped[0] ?? '') : `(?:${escaped.join('|')})`;
}

/** Patterns of an array, any of which may match. */
function joined(patterns: readonly string[]): string {
  return patterns.length === 1 ? (patterns[0] ?? '') : patterns.map((pattern) => `(?:${pattern})`).join('|');
}

function asNumber(text: string): string | number {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
