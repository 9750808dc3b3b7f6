import type { LabelMatcher } from '../../../../src/contract/alerting/LabelMatcher';
import { isWholeMatch } from './isWholeMatch';
import type { Labels } from './labelsKey';

/** Whether labels fit all of some matchers. No matcher fits everything; a label that is missing counts as empty. */
export function matchLabels(matchers: readonly LabelMatcher[], labels: Labels): boolean {
  return matchers.every(({ name, operator, value }) => {
    const text = (Object.hasOwn(labels, name) ? labels[name] : undefined) ?? '';
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
