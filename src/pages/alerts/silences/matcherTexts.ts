import type { LabelMatcher } from '../../../contract/alerting/LabelMatcher';

/** What an operator of a matcher says. */
export const matcherOperatorTexts: Record<LabelMatcher['operator'], { label: string; description: string }> = {
  '=': { label: '=', description: 'is' },
  '!=': { label: '!=', description: 'is not' },
  '=~': { label: '=~', description: 'matches the whole pattern (RE2)' },
  '!~': { label: '!~', description: 'does not match the pattern' },
};

/** Matchers as the server's lists take them: `team="web",page_path=~"/cart.*"`. */
export function matchersText(matchers: readonly LabelMatcher[]): string {
  return matchers.map(({ name, operator, value }) => `${name}${operator}${quoted(value)}`).join(',');
}

function quoted(value: string): string {
  return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}

/** Rows of a form that say something: half-typed ones are left out. */
export function completeMatchers(matchers: readonly LabelMatcher[]): LabelMatcher[] {
  return matchers.map((matcher) => ({ ...matcher, name: matcher.name.trim() })).filter(({ name }) => name !== '');
}

/** Whether at least one of them asks for a label with a value: without that, everything would be silenced. */
export function asksForSomething(matchers: readonly LabelMatcher[]): boolean {
  return completeMatchers(matchers).some(
    ({ operator, value }) => value !== '' && (operator === '=' || operator === '=~')
  );
}
