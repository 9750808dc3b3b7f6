import { Type, type Static } from 'typebox';
import { ErrorLog, Severity } from '../entities/ErrorLog';
import { errorGroupActs, errorGroupOrders, errorGroupStatuses } from '../errorGroupStates';
import { Nullable, OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

export const ErrorGroupStatus = OneOf(errorGroupStatuses);

/** Which groups a list shows. `app` is a name or an id; `query` a part of title, culprit or fingerprint. */
export const ErrorGroupQuery = Type.Object({
  ...PageQuery.properties,
  app: Type.Optional(Type.String({ maxLength: 100 })),
  /** One status, or several with commas between them. */
  status: Type.Optional(Type.String({ maxLength: 100 })),
  severity: Type.Optional(Severity),
  query: Type.Optional(Type.String({ maxLength: 255 })),
  sort: Type.Optional(OneOf(errorGroupOrders)),
});
export type ErrorGroupQuery = Static<typeof ErrorGroupQuery>;

/** Errors of one cause. Counts are of all that is kept; `version` counts changes of the state, not of the counts. */
export const ErrorGroup = Type.Object({
  id: Uuid,
  app_id: Uuid,
  app: Type.String(),
  fingerprint: Type.String(),
  /** Which step of the cascade grouped its errors. */
  fingerprint_rule: Type.String(),
  /** Class and message of the newest error; without the message for who may not see free text. */
  title: Type.String(),
  /** Function and file where it happens, else the page. */
  culprit: Type.String(),
  /** The worst of its errors. */
  severity: Severity,
  status: ErrorGroupStatus,
  first_seen: Timestamp,
  last_seen: Timestamp,
  events: Type.Integer(),
  users: Type.Integer(),
  /** Newest first. */
  releases: Type.Array(Type.String()),
  /** Errors in each of the last 24 hours, the current one last. */
  trend: Type.Array(Type.Integer()),
  resolved_in: Nullable(Type.Union([Type.Literal('now'), Type.Literal('next_release')])),
  ignored_until: Nullable(Timestamp),
  ignored_until_events: Nullable(Type.Integer()),
  version: Type.Integer(),
});
export type ErrorGroup = Static<typeof ErrorGroup>;

/** Something that was done to a group; `actor` null: by the system. */
export const ErrorGroupAct = Type.Object({
  at: Timestamp,
  actor: Nullable(Type.String()),
  act: OneOf([...errorGroupActs, 'regress', 'unignore'] as const),
  comment: Nullable(Type.String()),
  details: Type.Record(Type.String(), Type.Unknown()),
});
export type ErrorGroupAct = Static<typeof ErrorGroupAct>;

/** One group with what was done to it, newest first. */
export const ErrorGroupDetail = Type.Object({ ...ErrorGroup.properties, history: Type.Array(ErrorGroupAct) });
export type ErrorGroupDetail = Static<typeof ErrorGroupDetail>;

/** What an act on a group may say beside what it does. */
const act = {
  comment: Type.Optional(Type.String({ maxLength: 2000 })),
  /** Refused with 409 where the group's state has changed since this version. */
  expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
};

/** `now`: it must not come again. `next_release`: it is expected until a release that is newer than all known ones. */
export const ResolveErrorGroup = Type.Object(
  { in: Type.Optional(Type.Union([Type.Literal('now'), Type.Literal('next_release')])), ...act },
  { additionalProperties: false }
);
export type ResolveErrorGroup = Static<typeof ResolveErrorGroup>;

/** For ever, until an instant, or until that many more errors came; the first of both. */
export const IgnoreErrorGroup = Type.Object(
  {
    until: Type.Optional(Timestamp),
    until_events: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    ...act,
  },
  { additionalProperties: false }
);
export type IgnoreErrorGroup = Static<typeof IgnoreErrorGroup>;

export const ReopenErrorGroup = Type.Object(act, { additionalProperties: false });
export type ReopenErrorGroup = Static<typeof ReopenErrorGroup>;

/** A line of a stack. `source_line` is the line of source code, where it is known. */
export const ErrorFrame = Type.Object({
  function: Type.String(),
  file: Type.String(),
  line: Nullable(Type.Integer()),
  column: Nullable(Type.Integer()),
  in_app: Type.Boolean(),
  source_line: Nullable(Type.String()),
});
export type ErrorFrame = Static<typeof ErrorFrame>;

/**
 * One error of a group, with its stack innermost frame first. Without what points at a person or is free text for who
 * may not see it: no user, session, context, user agent or stack text, and the error's class for its message.
 */
export const ErrorGroupEvent = Type.Object({
  ...ErrorLog.properties,
  app_id: Uuid,
  fingerprint: Type.String(),
  environment: Nullable(Type.String()),
  release: Nullable(Type.String()),
  page_path: Nullable(Type.String()),
  country: Nullable(Type.String()),
  device_info: Type.Record(Type.String(), Type.Unknown()),
  frames: Type.Array(ErrorFrame),
});
export type ErrorGroupEvent = Static<typeof ErrorGroupEvent>;
