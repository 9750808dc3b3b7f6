import { Type, type Static } from 'typebox';
import { Nullable, OneOf, Timestamp, Uuid } from '../scalars';

export const integrationKinds = ['grafana', 'alertmanager'] as const;

const Name = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' });

/** Another system that sends its alerts here. They are kept under a rule of their own. */
export const Integration = Type.Object({
  id: Uuid,
  name: Name,
  kind: OneOf(integrationKinds),
  /** Says to whom its alerts go: channels, cooldown, labels. */
  alert_rule_id: Uuid,
  /** Where the other system sends them, with the token as bearer. */
  url: Type.String(),
  /** The token's first characters, so that a person can tell tokens apart. */
  hint: Type.String(),
  created_login: Type.String(),
  created_at: Timestamp,
  last_received_at: Nullable(Timestamp),
  /** What was wrong with the latest notification; null: nothing. */
  last_problem: Nullable(Type.String()),
  version: Type.Integer(),
});
export type Integration = Static<typeof Integration>;

export const CreateIntegration = Type.Object(
  { name: Name, kind: OneOf(integrationKinds) },
  { additionalProperties: false }
);
export type CreateIntegration = Static<typeof CreateIntegration>;

/** `new_token`: the old one is good for nothing from now on. */
export const UpdateIntegration = Type.Object(
  {
    name: Type.Optional(Name),
    new_token: Type.Optional(Type.Literal(true)),
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false }
);
export type UpdateIntegration = Static<typeof UpdateIntegration>;

/** `token` where one was made: the only time it is shown. */
export const ChangedIntegration = Type.Object({
  ...Integration.properties,
  token: Type.Optional(Type.String()),
});
export type ChangedIntegration = Static<typeof ChangedIntegration>;

/** What became of a notification of another system. */
export const ReceivedAlerts = Type.Object({
  /** Alerts that were understood. */
  accepted: Type.Integer(),
  opened: Type.Integer(),
  resolved: Type.Integer(),
  rejected: Type.Array(Type.Object({ index: Type.Integer(), reason: Type.String() })),
  /** Alerts that the sender itself left out. */
  truncated: Type.Integer(),
  /** Why nothing was done with them, where nothing was. */
  ignored: Type.Optional(Type.String()),
});
export type ReceivedAlerts = Static<typeof ReceivedAlerts>;
