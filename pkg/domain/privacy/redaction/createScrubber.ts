import { isCard } from './cards';
import { decodePercent } from './decodePercent';
import { keyVerdict, longestKey } from './keyVerdict';
import { redactText } from './redactText';
import { isSensitiveKey } from './sensitiveKeys';

const deepest = 16;
const mostCharacters = 65_536;
const longestText = 8192;
/** Behind the end of a text that is cut, enough to recognise a pattern that crosses the cut. */
const lookBehindCut = 512;

type Json = Record<string, unknown>;

/** Cleans what a request brings before anything of it is stored. */
export interface Scrubber {
  /** The text without secrets and persons, at most `longest` characters (8,192 unless told). */
  text(value: string, longest?: number): string;
  /** Cleans an object in place, keys too. Answers why it cannot be stored: nested too deeply, or too large. */
  attributes(value: Json): string | undefined;
}

/** `literals` replaces what the request says of its own person; without it there is nothing to look for. */
export function createScrubber(literals?: (text: string) => string): Scrubber {
  const redact = (value: string): string => redactText(literals === undefined ? value : literals(value));

  /** What hides behind `%20` is found in the decoded text, which then replaces the encoded one. */
  const cleanText = (value: string): string => {
    const decoded = decodePercent(value);
    const clean = decoded === value ? decoded : redact(decoded);
    return clean === decoded ? redact(value) : clean;
  };

  const text = (value: string, longest = longestText): string => {
    const whole = value.length <= longest ? value : value.slice(0, longest + lookBehindCut);
    const clean = cleanText(whole);
    return clean.length <= longest ? clean : clean.slice(0, longest).replace(/\p{Cs}$/u, '');
  };

  /** Characters that may still come, less what `value` has; negative when it was too much, NaN when too deep. */
  const clean = (value: Json, depth: number, budget: number): number => {
    let left = depth === 0 ? NaN : budget;
    for (const given of depth === 0 ? [] : Object.keys(value)) {
      // What was taken out is left as undefined, and is not there to be hidden.
      const key = value[given] === undefined ? undefined : usableKey(value, given);
      if (key === undefined) {
        continue;
      }
      const entry = value[key];
      left -= key.length;
      if (typeof entry === 'string') {
        const cleaned = text(entry);
        left -= cleaned.length;
        if (cleaned !== entry) {
          value[key] = cleaned;
        }
      } else if (typeof entry === 'object' && entry !== null) {
        // An array is cleaned as an object whose keys are indexes.
        left = left < 0 ? left : clean(entry as Json, depth - 1, left - 2);
      } else if (typeof entry === 'number') {
        left -= 8;
        value[key] = cleanNumber(entry);
      }
      if (!(left >= 0)) {
        return left;
      }
    }
    return left;
  };

  /** The key under which an entry may stay; undefined when it may not, or its value was hidden. */
  const usableKey = (value: Json, key: string): string | undefined => {
    let verdict = keyVerdict(key);
    if (verdict === 'plain' && literals !== undefined && literals(key) !== key) {
      verdict = 'unclean';
    }
    if (verdict === 'plain') {
      return key;
    }
    if (verdict === 'hidden') {
      value[key] = '[redacted]';
      return undefined;
    }
    const entry = value[key];
    delete value[key];
    const name = key === '__proto__' ? '' : text(key, longestKey);
    if (name === '' || name === '__proto__') {
      return undefined;
    }
    value[name] = isSensitiveKey(name) ? '[redacted]' : entry;
    return name;
  };

  return {
    text,
    attributes: (value) => {
      const left = clean(value, deepest, mostCharacters);
      if (Number.isNaN(left)) {
        return `attributes are nested deeper than ${deepest} levels`;
      }
      return left < 0 ? `attributes are larger than ${mostCharacters} characters` : undefined;
    },
  };
}

/** Numbers beyond a double arrive as infinite, which JSON cannot say; a card number may come without quotes. */
function cleanNumber(value: number): unknown {
  if (value < 1e12 && value > -1e300) {
    return value;
  }
  return Number.isFinite(value) ? (isCard(String(value)) ? '[card]' : value) : null;
}
