import { isCard } from './cards';
import { redactText } from './redactText';
import { isSensitiveKey } from './sensitiveKeys';

const deepest = 16;
const mostCharacters = 65_536;
const longestText = 8192;
const longestKey = 256;
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
  const text = (value: string, longest = longestText): string => {
    const whole = value.length <= longest ? value : value.slice(0, longest + lookBehindCut);
    const clean = redactText(literals === undefined ? whole : literals(whole));
    return clean.length <= longest ? clean : clean.slice(0, longest).replace(/\p{Cs}$/u, '');
  };

  const scalar = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return text(value);
    }
    if (typeof value === 'number' && (value >= 1e12 || !Number.isFinite(value))) {
      // Numbers beyond a double arrive as infinite, which JSON cannot say; a card number may come without quotes.
      return Number.isFinite(value) ? (isCard(String(value)) ? '[card]' : value) : null;
    }
    return value;
  };

  const attributes = (value: Json): string | undefined => {
    const budget = { left: mostCharacters };
    return walk(value, deepest, budget);
  };

  function walk(value: Json | unknown[], depth: number, budget: { left: number }): string | undefined {
    if (depth === 0) {
      return `attributes are nested deeper than ${deepest} levels`;
    }
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        const problem = visit(value, index, value[index], depth, budget);
        if (problem !== undefined) {
          return problem;
        }
      }
      return undefined;
    }
    for (const key of Object.keys(value)) {
      const name = key === '__proto__' ? '' : text(key, longestKey);
      budget.left -= name.length;
      const entry = value[key];
      if (name !== key) {
        delete value[key];
      }
      if (name === '') {
        continue;
      }
      if (isSensitiveKey(name)) {
        value[name] = '[redacted]';
        continue;
      }
      const problem = visit(value, name, entry, depth, budget, name !== key);
      if (problem !== undefined) {
        return problem;
      }
    }
    return undefined;
  }

  function visit(
    holder: Json | unknown[],
    key: string | number,
    entry: unknown,
    depth: number,
    budget: { left: number },
    moved = false
  ): string | undefined {
    if (typeof entry === 'object' && entry !== null) {
      if (moved) {
        (holder as Json)[key] = entry;
      }
      budget.left -= 2;
      return budget.left < 0 ? tooLarge : walk(entry as Json | unknown[], depth - 1, budget);
    }
    const clean = scalar(entry);
    budget.left -= typeof clean === 'string' ? clean.length : 8;
    if (clean !== entry || moved) {
      (holder as Json)[key] = clean;
    }
    return budget.left < 0 ? tooLarge : undefined;
  }

  return { text, attributes };
}

const tooLarge = `attributes are larger than ${mostCharacters} characters`;
