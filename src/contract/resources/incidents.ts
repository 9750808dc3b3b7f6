import { Type, type Static } from 'typebox';
import { healthStatuses } from '../health/words';
import { JsonObject, Nullable, OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

/** A run of non-healthy results of one check. */
export const Incident = Type.Object({
  id: Uuid,
  check_id: Uuid,
  service_name: Type.String(),
  /** First result that was not healthy. */
  started_at: Timestamp,
  /** First healthy result after it; null while it goes on. */
  ended_at: Nullable(Timestamp),
  /** The worst status that it came to. */
  worst_status: OneOf(healthStatuses),
  /** The error that it began with; a person may put it better. */
  cause: Type.String({ maxLength: 2048 }),
  /** Services that were not healthy at the same time. */
  affected_services: Type.Array(Type.String()),
  /** Alert instances that were open for its service meanwhile. */
  alert_instance_ids: Type.Array(Uuid),
  version: Type.Integer(),
});
export type Incident = Static<typeof Incident>;

/** What happened to an incident; `actor` null: by the system. */
export const IncidentEntry = Type.Object({
  at: Timestamp,
  actor: Nullable(Type.String()),
  kind: OneOf(['began', 'worsened', 'eased', 'ended', 'commented', 'cause changed'] as const),
  comment: Nullable(Type.String()),
  details: JsonObject,
});
export type IncidentEntry = Static<typeof IncidentEntry>;

/** One incident with its timeline, oldest first. */
export const IncidentDetail = Type.Object({ ...Incident.properties, timeline: Type.Array(IncidentEntry) });
export type IncidentDetail = Static<typeof IncidentDetail>;

/** Newest first. */
export const IncidentQuery = Type.Object({
  ...PageQuery.properties,
  service: Type.Optional(Type.String({ maxLength: 255 })),
  check: Type.Optional(Uuid),
  open: Type.Optional(Type.Boolean()),
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
});
export type IncidentQuery = Static<typeof IncidentQuery>;

const strict = { additionalProperties: false };

export const CommentOnIncident = Type.Object(
  { comment: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
  strict
);
export type CommentOnIncident = Static<typeof CommentOnIncident>;

/** Refused with 409 where the incident has changed since `expected_version`. */
export const UpdateIncident = Type.Object(
  {
    cause: Type.String({ minLength: 1, maxLength: 2048, pattern: '\\S' }),
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict
);
export type UpdateIncident = Static<typeof UpdateIncident>;

/** Time of one service in one period, in seconds. */
export const UptimePeriod = Type.Object({
  from: Timestamp,
  to: Timestamp,
  /** Percent of the time observed that it was not down; null where nobody looked. */
  uptime: Nullable(Type.Number()),
  observed_seconds: Type.Number(),
  degraded_seconds: Type.Number(),
  down_seconds: Type.Number(),
  maintenance_seconds: Type.Number(),
});
export type UptimePeriod = Static<typeof UptimePeriod>;

/** A period against the target, as if the target were for a period of that length. */
export const TargetedPeriod = Type.Object({
  ...UptimePeriod.properties,
  /** Seconds that it may still be down in such a period; negative: beyond. Null without a target. */
  budget_left_seconds: Nullable(Type.Number()),
  /** How many times faster than allowed the budget was used in it: above 1 it does not last. Null without a target. */
  burn_rate: Nullable(Type.Number()),
});
export type TargetedPeriod = Static<typeof TargetedPeriod>;

/** How a check did against its target. */
export const UptimeReport = Type.Object({
  check_id: Uuid,
  service_name: Type.String(),
  uptime_target: Nullable(Type.Number()),
  day: TargetedPeriod,
  week: TargetedPeriod,
  month: TargetedPeriod,
  quarter: TargetedPeriod,
  /** Seconds that it may still be down in the last 30 days; negative: beyond. Null without a target. */
  budget_left_seconds: Nullable(Type.Number()),
  /** How many times faster than allowed the budget was used in the last hour. Null without a target. */
  burn_rate: Nullable(Type.Number()),
  /** The last 90 days, oldest first. */
  days: Type.Array(UptimePeriod),
});
export type UptimeReport = Static<typeof UptimeReport>;
