import { Type } from 'typebox';

/** Query string of every list. `cursor` is what the page before answered as `next_cursor`. */
export const PageQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  cursor: Type.Optional(Type.String({ maxLength: 512 })),
});

/** Answer of every list. */
export const Page = <S extends Parameters<typeof Type.Array>[0]>(item: S) =>
  Type.Object({ items: Type.Array(item), next_cursor: Type.Union([Type.String(), Type.Null()]) });

/** Path parameter of a single resource. */
export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) });
