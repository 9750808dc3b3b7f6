import { Type, type Static } from 'typebox';

/** One thing that is not as it should be, and what to do about it. */
export const Finding = Type.Object({
  level: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
  message: Type.String(),
});
export type Finding = Static<typeof Finding>;

/** How the server is: what CheckHealth, the settings page and `doctor` show. */
export const ServerStatus = Type.Object({
  version: Type.String(),
  ok: Type.Boolean(),
  findings: Type.Array(Finding),
  database: Type.Object({
    mode: Type.Union([Type.Literal('embedded'), Type.Literal('external')]),
    version: Type.Union([Type.String(), Type.Null()]),
    size_bytes: Type.Union([Type.Number(), Type.Null()]),
    schema: Type.Union([Type.Integer(), Type.Null()]),
  }),
  ingest_url: Type.String(),
  /** Whether the server can send mail; channels of that kind fail without. */
  mail_configured: Type.Optional(Type.Boolean()),
});
export type ServerStatus = Static<typeof ServerStatus>;
