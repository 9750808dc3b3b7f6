import type { LabelMatcher } from './LabelMatcher';

/** A label's name, an operator, and a value in quotes or up to the next comma; then a comma or the end. */
const matcher = /\s*([^\s=!~,"{}]+)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|(?:[^,"{}=~][^,"{}]*?)?)\s*(?:,|$)/y;
const escaped: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

/**
 * Matchers as people write them for Alertmanager: `team="web", page_path=~"/cart.*"`, with or without braces around
 * them. Undefined where the text cannot be read as such.
 */
export function parseMatchers(text: string): LabelMatcher[] | undefined {
  const inside = /^\s*\{([^]*)\}\s*$/.exec(text)?.[1] ?? text;
  const matchers: LabelMatcher[] = [];
  matcher.lastIndex = 0;
  while (inside.slice(matcher.lastIndex).trim() !== '') {
    const found = matcher.exec(inside);
    const [, name, operator, value] = found ?? [];
    if (name === undefined || value === undefined || !isOperator(operator)) {
      return undefined;
    }
    matchers.push({ name, operator, value: value.startsWith('"') ? unquoted(value) : value });
  }
  return matchers;
}

function unquoted(value: string): string {
  return value.slice(1, -1).replace(/\\(.)/g, (whole, character: string) => escaped[character] ?? whole);
}

function isOperator(text: string | undefined): text is LabelMatcher['operator'] {
  return text === '=' || text === '!=' || text === '=~' || text === '!~';
}
