import { Type, type Static } from 'typebox';

/** Headers of a request: names are tokens, values have no line breaks (RFC 9110, sections 5.6.2 and 5.5). */
export const RequestHeaders = Type.Record(
  Type.String({ pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$" }),
  Type.String({ maxLength: 4096, pattern: '^[\\t\\x20-\\x7e\\x80-\\xff]*$' }),
  { maxProperties: 30, additionalProperties: false }
);

/** Secrets of a check; which of them a kind uses is in its description. */
export const CheckSecrets = Type.Object(
  {
    authorization: Type.Optional(Type.String({ minLength: 1, maxLength: 4096 })),
    headers: Type.Optional(RequestHeaders),
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 1024 })),
  },
  { additionalProperties: false }
);
export type CheckSecrets = Static<typeof CheckSecrets>;
