import { Type, type Static } from 'typebox';
import { Assertion, AssertionOutcome } from '../health/assertions';
import { checkKinds } from '../health/kinds/kinds';
import { CheckSecrets } from '../health/secrets';
import { healthStatuses, shortestCheckInterval } from '../health/words';
import { JsonObject, Nullable, OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

const ServiceName = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' });
const Count = Type.Integer({ minimum: 1, maximum: 100 });

/** What a person decides about a check. */
const settings = {
  service_name: ServiceName,
  kind: OneOf(checkKinds),
  /** By kind: the fields of its description. */
  settings: JsonObject,
  assertions: Type.Array(Assertion, { maxItems: 50 }),
  description: Type.String({ maxLength: 4096 }),
  /** For lists and status pages. */
  group_name: Nullable(Type.String({ minLength: 1, maxLength: 100 })),
  labels: Type.Record(Type.String({ pattern: '^[a-zA-Z_][a-zA-Z0-9_]{0,63}$' }), Type.String({ maxLength: 255 }), {
    maxProperties: 20,
    additionalProperties: false,
  }),
  enabled: Type.Boolean(),
  interval_seconds: Type.Integer({ minimum: shortestCheckInterval, maximum: 24 * 3600 }),
  timeout_ms: Type.Integer({ minimum: 100, maximum: 60_000 }),
  /** How often a failed probe is made again before it counts as a failure, and after what wait. */
  retries: Type.Integer({ minimum: 0, maximum: 10 }),
  retry_interval_seconds: Type.Integer({ minimum: 1, maximum: 300 }),
  failures_to_down: Count,
  successes_to_recover: Count,
  /** A passed probe that took longer is degraded. */
  degraded_ms: Nullable(Type.Integer({ minimum: 1, maximum: 60_000 })),
  /** Share of failures among the last ten results above which a service is degraded, from 0 to 1. */
  degraded_error_rate: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
  /** The uptime it is meant to have in a month, in percent. */
  uptime_target: Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 100 })),
};

/** A check with its present state. Secrets never leave the server: `secret_names` says which there are. */
export const HealthCheck = Type.Object({
  id: Uuid,
  ...settings,
  /** Null before the first result, and after a change that makes earlier results meaningless. */
  status: Nullable(OneOf(healthStatuses)),
  status_since: Nullable(Timestamp),
  last_error: Nullable(Type.String()),
  last_checked_at: Nullable(Timestamp),
  response_time_ms: Nullable(Type.Number()),
  /** Share of failures among the last ten results. */
  error_rate: Nullable(Type.Number()),
  certificate_expires_at: Nullable(Timestamp),
  in_maintenance: Type.Boolean(),
  open_incident_id: Nullable(Uuid),
  secret_names: Type.Array(Type.String()),
  /** Where a heartbeat is sent to; null for other kinds. Whoever has it can report. */
  heartbeat_url: Nullable(Type.String()),
  missed_probes: Type.Integer(),
  provisioned: Type.Boolean(),
  version: Type.Integer(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type HealthCheck = Static<typeof HealthCheck>;

/** Which checks a list shows, by name. */
export const HealthCheckQuery = Type.Object({
  ...PageQuery.properties,
  /** One status, or several with commas between them; `unknown` for those without a result. */
  status: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(OneOf(checkKinds)),
  group: Type.Optional(Type.String({ maxLength: 100 })),
  query: Type.Optional(Type.String({ maxLength: 255 })),
});
export type HealthCheckQuery = Static<typeof HealthCheckQuery>;

const { service_name, kind, settings: kindSettings, ...optional } = settings;
const strict = { additionalProperties: false };
const editable = { ...Type.Partial(Type.Object(optional)).properties, secrets: Type.Optional(CheckSecrets) };

export const CreateHealthCheck = Type.Object({ service_name, kind, settings: kindSettings, ...editable }, strict);
export type CreateHealthCheck = Static<typeof CreateHealthCheck>;

/** What is left out stays; `secrets` replaces all of them. Refused with 409 where the check has changed since. */
export const UpdateHealthCheck = Type.Object(
  {
    service_name: Type.Optional(service_name),
    settings: Type.Optional(kindSettings),
    ...editable,
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict
);
export type UpdateHealthCheck = Static<typeof UpdateHealthCheck>;

/**
 * A check to be tried now, without keeping anything: what is left out is as it is stored, or as a new check has it. Sent
 * without a body for a stored check as it is.
 */
export const TryHealthCheck = Type.Partial(
  Type.Object({ service_name, kind, settings: kindSettings, ...editable }, strict),
  strict
);
export type TryHealthCheck = Static<typeof TryHealthCheck>;

/** Milliseconds by phase; phases that did not happen are left out. */
export const ProbePhases = Type.Record(Type.String(), Type.Number());

/** What one probe came to, kept or (with "run now") not. */
export const ProbeResult = Type.Object({
  checked_at: Timestamp,
  status: OneOf(healthStatuses),
  response_time_ms: Nullable(Type.Number()),
  /** Short, and safe to show to anybody. */
  last_error: Nullable(Type.String()),
  /** The process's SEAMARK_LOCATION. */
  location: Type.String(),
  /** Probes that were made for it: one, and its retries. */
  attempts: Type.Integer(),
  phases: ProbePhases,
  assertions: Type.Array(AssertionOutcome),
  /** By kind: HTTP status and version, the certificate, the answers of a name, … */
  details: JsonObject,
});
export type ProbeResult = Static<typeof ProbeResult>;

/** Results newest first. */
export const ResultQuery = Type.Object({
  ...PageQuery.properties,
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
  status: Type.Optional(Type.String({ maxLength: 100 })),
});
export type ResultQuery = Static<typeof ResultQuery>;
