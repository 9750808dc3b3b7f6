import type { StackFrame } from '../ErrorFacts';
import { frameAt } from './frameAt';

/** An `@` behind which a place can begin; names of packages have one too. */
const beforePlace = /@(?=[a-z][a-z0-9+.-]*:|\/|\[|<|debugger eval code|$)/i;
const bareWords = new Set(['[native code]', 'eval code', 'global code', 'module code']);

/**
 * A line of a stack of Firefox or Safari: `total@https://shop/app.js:10:5`, `@https://shop/app.js:10:5`, in Safari also
 * the place alone, or `[native code]`. Undefined for what is none.
 */
export function readGeckoLine(line: string): StackFrame | undefined {
  const text = line.trim();
  if (bareWords.has(text)) {
    return frameAt(text === '[native code]' ? '' : text, text === '[native code]' ? text : '');
  }
  const sign = beforePlace.exec(text)?.index ?? (endsLikePlace(text) ? text.lastIndexOf('@') : -1);
  if (sign === -1) {
    return /^[a-z][a-z0-9+.-]*:\S*:\d+$/i.test(text) ? frameAt('', text) : undefined;
  }
  const place = text.slice(sign + 1);
  const isOne = place === '' || place.startsWith('[') || endsLikePlace(place);
  // A mail address in a message is no frame.
  return isOne && !/\s@|^\S+ \S+ \S+ \S+/.test(text.slice(0, sign)) ? frameAt(text.slice(0, sign), place) : undefined;
}

function endsLikePlace(text: string): boolean {
  return /:\d+$|:0x[0-9a-f]+$|^<anonymous>$/i.test(text);
}
