import type { StackFrame } from '../ErrorFacts';
import { frameAt } from './frameAt';

const start = /^\s*at (?=\S)/;

/**
 * A line of a stack of Chrome, Edge, Opera or Node: `    at async Cart.total (https://shop/app.js:10:5)`,
 * `    at https://shop/app.js:10:5`, `    at Array.map (<anonymous>)`. Undefined for what is none.
 */
export function readChromeLine(line: string): StackFrame | undefined {
  const lead = start.exec(line);
  if (lead === null) {
    return undefined;
  }
  const text = line.slice(lead[0].length).trimEnd();
  const open = text.endsWith(')') ? openingOf(text) : -1;
  if (open > 0 && text.charAt(open - 1) === ' ') {
    return frameAt(text.slice(0, open - 1), text.slice(open + 1, -1));
  }
  if (text.startsWith('async ')) {
    const place = text.slice('async '.length);
    // Without a name, but that it is behind an `await` must not be lost.
    return isPlace(place) ? frameAt('async <anonymous>', place) : undefined;
  }
  return isPlace(text) ? frameAt('', text) : undefined;
}

/** Where the parenthesis opens that the last character closes; -1 where none does. */
function openingOf(text: string): number {
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const character = text.charAt(index);
    depth += character === ')' ? 1 : character === '(' ? -1 : 0;
    if (depth === 0) {
      return index;
    }
  }
  // A file name with half a pair.
  return text.indexOf(' (') + 1 || -1;
}

/** Words of a message that happen to follow `at` are no place. */
function isPlace(text: string): boolean {
  return /:\d+:\d+$|^\S+:\d+$|^<anonymous>$|^native$|:0x[0-9a-f]+$/i.test(text);
}
