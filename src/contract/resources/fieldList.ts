import { Type, type Static } from 'typebox';

export const FieldListQuery = Type.Object({ kind: Type.Optional(Type.String({ maxLength: 32 })) });

export const FieldItem = Type.Object({
  name: Type.String(),
  label: Type.String(),
  type: Type.String(),
  kinds: Type.Array(Type.String()),
  personal: Type.Boolean(),
});
export type FieldItem = Static<typeof FieldItem>;

export const FieldName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) });

/** Which values a field had: those of `kind` between `from` and `to` (default: the last day), most frequent first. */
export const FieldValuesQuery = Type.Object({
  kind: Type.Optional(Type.String({ maxLength: 32 })),
  app: Type.Optional(Type.String({ maxLength: 100 })),
  from: Type.Optional(Type.String({ format: 'date-time' })),
  to: Type.Optional(Type.String({ format: 'date-time' })),
  search: Type.Optional(Type.String({ maxLength: 255 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
});

export const FieldValue = Type.Object({ value: Type.String(), count: Type.Integer() });
export type FieldValue = Static<typeof FieldValue>;
