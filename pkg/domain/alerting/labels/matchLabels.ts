import type { Labels } from './labelsKey';

/** One condition on a label. A label that is missing counts as empty, as in Alertmanager. */
export interface LabelMatcher {
  name: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** Whether a text matches a whole regular expression, in linear time. */
export type WholeMatch = (pattern: string, text: string) => boolean;

/** Whether labels fit all of some matchers. No matcher fits everything. */
export function matchLabels(matchers: readonly LabelMatcher[], labels: Labels, isWholeMatch: WholeMatch): boolean {
  return matchers.every(({ name, operator, value }) => {
    const text = labels[name] ?? '';
    switch (operator) {
      case '=':
        return text === value;
      case '!=':
        return text !== value;
      case '=~':
        return isWholeMatch(value, text);
      case '!~':
        return !isWholeMatch(value, text);
    }
  });
}
