import { Type, type Static } from 'typebox';
import { AlertInstance } from '../entities/AlertInstance';
import { Severity } from '../entities/ErrorLog';
import { Nullable, OneOf, Timestamp } from '../scalars';
import { PageQuery } from './page';

/** Which instances a list shows, newest first. */
export const AlertInstanceQuery = Type.Object({
  ...PageQuery.properties,
  /** One status, or several with commas between them. */
  status: Type.Optional(Type.String({ maxLength: 100 })),
  severity: Type.Optional(Severity),
  rule: Type.Optional(Type.String({ format: 'uuid' })),
  /** A part of the title or of a label. */
  query: Type.Optional(Type.String({ maxLength: 255 })),
});
export type AlertInstanceQuery = Static<typeof AlertInstanceQuery>;

/** An instance with how it fares and who has it. `version` counts changes of its state. */
export const AlertInstanceDetail = Type.Object({
  ...AlertInstance.properties,
  /** Null where the rule was deleted. */
  rule_name: Nullable(Type.String()),
  /** The rule's own labels and those of the group. */
  labels: Type.Record(Type.String(), Type.String()),
  concern: OneOf(['condition', 'no data', 'error', 'too many'] as const),
  version: Type.Integer(),
  last_value: Nullable(Type.Number()),
  last_fired_at: Nullable(Timestamp),
  firings: Type.Integer(),
  is_flapping: Type.Boolean(),
  acknowledged_login: Nullable(Type.String()),
  acknowledged_until: Nullable(Timestamp),
  resolved_login: Nullable(Type.String()),
  resolve_reason: Nullable(Type.String()),
  assigned_to: Nullable(Type.String()),
  updated_at: Timestamp,
});
export type AlertInstanceDetail = Static<typeof AlertInstanceDetail>;

/** Something that happened to an instance; `actor` null: by the system. */
export const AlertHistoryEntry = Type.Object({
  at: Timestamp,
  actor: Nullable(Type.String()),
  kind: Type.String(),
  comment: Nullable(Type.String()),
  details: Type.Record(Type.String(), Type.Unknown()),
});
export type AlertHistoryEntry = Static<typeof AlertHistoryEntry>;

const strict = { additionalProperties: false };
const act = {
  comment: Type.Optional(Type.String({ maxLength: 2000 })),
  /** Refused with 409 where the instance's state has changed since this version. */
  expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
};

/** `until`: when the acknowledgement ends by itself; without it, never. */
export const AcknowledgeAlert = Type.Object({ ...act, until: Type.Optional(Timestamp) }, strict);
export type AcknowledgeAlert = Static<typeof AcknowledgeAlert>;

export const ActOnAlert = Type.Object(act, strict);
export type ActOnAlert = Static<typeof ActOnAlert>;

/** `to`: a login; null: nobody. */
export const AssignAlert = Type.Object({ ...act, to: Nullable(Type.String({ minLength: 1, maxLength: 255 })) }, strict);
export type AssignAlert = Static<typeof AssignAlert>;

export const CommentOnAlert = Type.Object(
  { comment: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
  strict
);
export type CommentOnAlert = Static<typeof CommentOnAlert>;
