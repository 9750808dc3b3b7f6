import { Type, type Static } from 'typebox';

/** The one shape in which every listener reports an error. `message` says what to do; it never carries internals. */
export const Problem = Type.Object({
  error: Type.Object({ code: Type.String(), message: Type.String() }),
});
export type Problem = Static<typeof Problem>;
