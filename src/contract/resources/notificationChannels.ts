import { Type, type Static } from 'typebox';
import { attemptOutcomes } from '../alerting/deliveryWords';
import { channelKinds } from '../alerting/channelSettings';
import { JsonObject, Nullable, OneOf, Timestamp, Uuid } from '../scalars';

/** Rules name their channels: a name must fit into a line. */
const Name = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000-\\u001f\\u007f]*[^\\s\\u007f][^\\u0000-\\u001f\\u007f]*$',
});
const Kind = OneOf(channelKinds);

/** Where messages go. Secrets come in with `settings` and are never sent back: `stored_secrets` names those it has. */
export const NotificationChannel = Type.Object({
  id: Uuid,
  name: Name,
  kind: Kind,
  settings: JsonObject,
  stored_secrets: Type.Array(Type.String()),
  /** True: it comes from a file and is changed there. */
  provisioned: Type.Optional(Type.Boolean()),
  /** Which file, below the provisioning folder. */
  provisioned_file: Type.Optional(Type.String()),
  version: Type.Integer(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type NotificationChannel = Static<typeof NotificationChannel>;

/** What the rule editor needs of a channel. */
export const ChannelName = Type.Object({ name: Name, kind: Kind });
export type ChannelName = Static<typeof ChannelName>;

/** `settings` by kind: see `EmailSettings`, `SlackBotSettings`, `SlackWebhookSettings`, `WebhookSettings`. */
export const CreateNotificationChannel = Type.Object(
  { name: Name, kind: Kind, settings: JsonObject },
  { additionalProperties: false }
);
export type CreateNotificationChannel = Static<typeof CreateNotificationChannel>;

/**
 * `settings` replace the old ones; secrets that are left out stay as they are, `null` removes one. Refused with 409 where
 * the channel has changed since `expected_version`.
 */
export const UpdateNotificationChannel = Type.Object(
  {
    name: Type.Optional(Name),
    settings: Type.Optional(JsonObject),
    expected_version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false }
);
export type UpdateNotificationChannel = Static<typeof UpdateNotificationChannel>;

/** How a test message fared; `answer` is what the provider said. */
export const ChannelTest = Type.Object({
  channel: Type.String(),
  outcome: OneOf(attemptOutcomes),
  answer: Type.String(),
  duration_ms: Type.Integer(),
  /** The test in the delivery log; null where there is no such channel. */
  delivery_id: Nullable(Uuid),
});
export type ChannelTest = Static<typeof ChannelTest>;

/** One test for each channel of a rule. */
export const RuleTest = Type.Object({ items: Type.Array(ChannelTest) });
export type RuleTest = Static<typeof RuleTest>;
