import { Type } from 'typebox';

/** A UUID in its canonical lower-case text form. */
export const Uuid = Type.String({ format: 'uuid' });

/** An instant: ISO 8601, UTC, milliseconds (`2026-11-23T08:00:00.000Z`). */
export const Timestamp = Type.String({ format: 'date-time' });

/** A JSON object of attributes; keys are the sender's own. */
export const JsonObject = Type.Record(Type.String(), Type.Unknown());

/** `schema` or null: a column that may hold nothing. */
export const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);

/** One of some words. */
export const OneOf = <T extends readonly string[]>(words: T) => Type.Unsafe<T[number]>(Type.Enum([...words]));
