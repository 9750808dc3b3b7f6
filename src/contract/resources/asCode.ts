import { Type, type Static } from 'typebox';
import { OneOf } from '../scalars';

/** Which rules are written; unless given, everything that files can hold and that the caller may see. */
export const ExportQuery = Type.Object({ id: Type.Optional(Type.String({ format: 'uuid' })) });

/** `yaml`: what an export wrote, or a person. With `dry_run` nothing is changed, and the answer is the same. */
export const ImportRequest = Type.Object(
  { yaml: Type.String({ minLength: 1, maxLength: 900_000 }), dry_run: Type.Optional(Type.Boolean()) },
  { additionalProperties: false }
);
export type ImportRequest = Static<typeof ImportRequest>;

/** What became of every entry; `problems` name the entry and the field of what could not be taken. */
export const ImportAnswer = Type.Object({
  dry_run: Type.Boolean(),
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      name: Type.String(),
      outcome: OneOf(['created', 'updated', 'unchanged'] as const),
    })
  ),
  problems: Type.Array(Type.String()),
});
export type ImportAnswer = Static<typeof ImportAnswer>;
