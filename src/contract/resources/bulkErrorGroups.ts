import { Type, type Static } from 'typebox';
import { errorGroupActs, mostGroupsAtOnce } from '../errorGroupStates';
import { Problem } from '../problem';
import { OneOf } from '../scalars';
import { ErrorGroup, IgnoreErrorGroup, ResolveErrorGroup } from './errorGroups';

const { comment, expected_version, until, until_events } = IgnoreErrorGroup.properties;

/** One decision about many groups. `in` belongs to `resolve`, `until` and `until_events` to `ignore`. */
export const DecideErrorGroups = Type.Object(
  {
    act: OneOf(errorGroupActs),
    items: Type.Array(
      // An id that cannot be one is answered like one that is not there: it must not cost the others.
      Type.Object(
        { id: Type.String({ minLength: 1, maxLength: 100 }), expected_version },
        { additionalProperties: false }
      ),
      { minItems: 1, maxItems: mostGroupsAtOnce }
    ),
    in: ResolveErrorGroup.properties.in,
    until,
    until_events,
    comment,
  },
  { additionalProperties: false }
);
export type DecideErrorGroups = Static<typeof DecideErrorGroups>;

/** What became of one of the groups: `status` and `error` as its own route would have answered. */
export const DecidedErrorGroup = Type.Object({
  id: Type.String(),
  status: Type.Integer(),
  group: Type.Optional(ErrorGroup),
  error: Type.Optional(Problem.properties.error),
});
export type DecidedErrorGroup = Static<typeof DecidedErrorGroup>;

/** Every group that was named, in the order in which they were. */
export const DecidedErrorGroups = Type.Object({ items: Type.Array(DecidedErrorGroup) });
