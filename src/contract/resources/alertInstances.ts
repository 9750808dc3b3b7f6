import { Type, type Static } from 'typebox';
import { AlertInstance } from '../entities/AlertInstance';
import { Nullable, OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

const filters = {
  rule: Type.Optional(Type.String({ format: 'uuid' })),
  /** Conditions on labels as in Alertmanager: `team="web",page_path=~"/cart.*"`. */
  labels: Type.Optional(Type.String({ maxLength: 2000 })),
  /** A login; empty: those that nobody has. */
  assigned_to: Type.Optional(Type.String({ maxLength: 255 })),
  /** Instances that were open at some time of this range. */
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
  /** A part of the title or of a label. */
  query: Type.Optional(Type.String({ maxLength: 255 })),
};

/** Which instances a list shows, newest first. */
export const AlertInstanceQuery = Type.Object({
  ...PageQuery.properties,
  /** One status, or several with commas between them. */
  status: Type.Optional(Type.String({ maxLength: 100 })),
  /** One severity, or several with commas between them. */
  severity: Type.Optional(Type.String({ maxLength: 100 })),
  ...filters,
});
export type AlertInstanceQuery = Static<typeof AlertInstanceQuery>;

/** Which instances are counted. */
export const AlertCountQuery = Type.Object(filters);
export type AlertCountQuery = Static<typeof AlertCountQuery>;

const BySeverity = Type.Object({
  critical: Type.Integer(),
  high: Type.Integer(),
  medium: Type.Integer(),
  low: Type.Integer(),
});

/** How many instances there are of each status and severity. */
export const AlertCounts = Type.Object({ active: BySeverity, acknowledged: BySeverity, resolved: BySeverity });
export type AlertCounts = Static<typeof AlertCounts>;

/** What keeps notifications of an instance back. */
export const Silencing = Type.Object({
  kind: OneOf(['silence', 'maintenance window'] as const),
  id: Uuid,
  /** Its name; of a silence without one, its comment. */
  name: Type.String(),
});
export type Silencing = Static<typeof Silencing>;

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
  /** Until when nobody is told of it, and why; null: not silenced. */
  silenced_until: Nullable(Timestamp),
  silenced_by: Nullable(Silencing),
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

/** Logins of people who did something here before, sorted. Others can be named as well. */
export const Assignees = Type.Object({ items: Type.Array(Type.String()) });
export type Assignees = Static<typeof Assignees>;

export const CommentOnAlert = Type.Object(
  { comment: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
  strict
);
export type CommentOnAlert = Static<typeof CommentOnAlert>;
