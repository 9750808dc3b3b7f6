import { Type, type Static } from 'typebox';
import { Nullable, Timestamp, Uuid } from '../scalars';

/**
 * What a token may do: `admin` everything, `read` what a Viewer may, `upload` source maps, `remote` speak for the
 * Grafana users it names (a plugin that forwards to this server).
 */
export const TokenScope = Type.Union([
  Type.Literal('admin'),
  Type.Literal('remote'),
  Type.Literal('upload'),
  Type.Literal('read'),
]);
export type TokenScope = Static<typeof TokenScope>;

export const Token = Type.Object({
  id: Uuid,
  name: Type.String(),
  scope: TokenScope,
  /** First characters, so that a person can tell tokens apart. */
  hint: Type.String(),
  created_at: Timestamp,
  last_used_at: Nullable(Timestamp),
  revoked_at: Nullable(Timestamp),
});
export type Token = Static<typeof Token>;

export const CreateToken = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }), scope: TokenScope },
  { additionalProperties: false }
);
export type CreateToken = Static<typeof CreateToken>;

/** Answer of a creation: the only time the secret is shown. */
export const CreatedToken = Type.Object({ ...Token.properties, token: Type.String() });
export type CreatedToken = Static<typeof CreatedToken>;
