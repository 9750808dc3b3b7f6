import { Type, type Static } from 'typebox';
import { OneOf, Nullable } from '../scalars';
import { assertionLevels, assertionOperators } from './words';

const strict = { additionalProperties: false };

/**
 * What must hold of an answer. `target` is the name of a header, or a JSONPath (RFC 9535) for `json`; which sources a
 * kind has is in its description.
 */
export const Assertion = Type.Object(
  {
    source: Type.String({ minLength: 1, maxLength: 32 }),
    target: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
    operator: OneOf(assertionOperators),
    /** Left out for `exists` and `does not exist`. */
    value: Type.Optional(Type.Union([Type.String({ maxLength: 2048 }), Type.Number()])),
    level: Type.Optional(OneOf(assertionLevels)),
  },
  strict
);
export type Assertion = Static<typeof Assertion>;

/** How one assertion went. `found` is cut short, and null where there was nothing or a secret might be in it. */
export const AssertionOutcome = Type.Object({
  assertion: Assertion,
  holds: Type.Boolean(),
  found: Nullable(Type.String({ maxLength: 255 })),
});
export type AssertionOutcome = Static<typeof AssertionOutcome>;
