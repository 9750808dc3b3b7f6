import { Type, type Static } from 'typebox';
import { OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

/** A UTC day, `2026-11-23`. */
const Day = Type.String({ format: 'date' });

/** Modes in which a decision counts: where consent is `off`, none is kept. */
const mode = OneOf(['required', 'implied'] as const);

/** Where a visitor decided: on the site, or on the privacy page of the server, which counts for every site. */
export const ConsentSource = OneOf(['site', 'opt_out'] as const);

/** `granted`, `denied`, or by purpose, such as `analytics=granted,errors=denied`. */
const decision = Type.String();

/** Which decisions are counted: of one app or all, on the days from `from` to `to`, both included; 30 days unless said. */
export const ConsentQuery = Type.Object({
  ...PageQuery.properties,
  app_id: Type.Optional(Uuid),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
});
export type ConsentQuery = Static<typeof ConsentQuery>;

/** How many visitors of an app decided so on a day. */
export const ConsentCount = Type.Object({
  app_id: Uuid,
  app: Type.String(),
  day: Day,
  mode,
  decision,
  source: ConsentSource,
  visitors: Type.Integer(),
});
export type ConsentCount = Static<typeof ConsentCount>;

/** One decision of somebody known by a pseudonym. */
export const ConsentDecision = Type.Object({
  app_id: Uuid,
  day: Day,
  mode,
  decision,
  source: ConsentSource,
  /** When it first reached the server on that day. */
  decided_at: Timestamp,
});
export type ConsentDecision = Static<typeof ConsentDecision>;

/** A person or visitor: the `user_id` or `visitor_id` of the rows. */
export const BySubject = Type.Object({ subject: Uuid });

export const ErasedConsent = Type.Object({ erased: Type.Integer() });
export type ErasedConsent = Static<typeof ErasedConsent>;
