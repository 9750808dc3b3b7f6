import { Type, type Static } from 'typebox';
import { OneOf } from '../scalars';
import { matcherOperators } from './matcherOperators';

/**
 * A condition on one label. `=~` and `!~` take a regular expression (RE2) that must fit the whole value; a label that is
 * missing counts as empty. Beside its own labels an alert answers to `alertname` (its rule's name) and `severity`.
 */
export const LabelMatcher = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 255 }),
    operator: OneOf(matcherOperators),
    value: Type.String({ maxLength: 1000 }),
  },
  { additionalProperties: false }
);
export type LabelMatcher = Static<typeof LabelMatcher>;

/** All of them must fit. */
export const LabelMatchers = Type.Array(LabelMatcher, { maxItems: 20 });
