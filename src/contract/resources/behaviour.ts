import { Type, type Static } from 'typebox';
import { behaviourPatterns } from '../behaviourPatterns';
import { OneOf } from '../scalars';

const Day = Type.String({ format: 'date' });

/** Which patterns are added up: of one app (name or id) or all, on the UTC days from `from` to `to`, both included. */
export const BehaviourQuery = Type.Object({
  app: Type.Optional(Type.String({ maxLength: 100 })),
  pattern: OneOf(behaviourPatterns),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
});
export type BehaviourQuery = Static<typeof BehaviourQuery>;

/** Something that sessions did: how often, and how many of them. */
export const BehaviourCount = Type.Object({
  pattern: OneOf(behaviourPatterns),
  /** Page paths in their order; of a feature, the name of its event. */
  steps: Type.Array(Type.String()),
  occurrences: Type.Integer(),
  /** A session counts once a day. */
  sessions: Type.Integer(),
});
export type BehaviourCount = Static<typeof BehaviourCount>;
