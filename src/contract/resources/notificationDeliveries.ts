import { Type, type Static } from 'typebox';
import { channelKinds } from '../alerting/channelSettings';
import { attemptOutcomes, deliveryKinds, deliveryStatuses } from '../alerting/deliveryWords';
import { Nullable, OneOf, Timestamp, Uuid } from '../scalars';
import { PageQuery } from './page';

/** Which deliveries a list shows, newest first. */
export const NotificationDeliveryQuery = Type.Object({
  ...PageQuery.properties,
  /** The name of a channel. */
  channel: Type.Optional(Type.String({ maxLength: 100 })),
  rule: Type.Optional(Uuid),
  instance: Type.Optional(Uuid),
  /** One status, or several with commas between them. */
  status: Type.Optional(Type.String({ maxLength: 100 })),
});
export type NotificationDeliveryQuery = Static<typeof NotificationDeliveryQuery>;

/** One try. `outcome` null: under way. */
export const DeliveryAttempt = Type.Object({
  number: Type.Integer(),
  started_at: Timestamp,
  finished_at: Nullable(Timestamp),
  outcome: Nullable(OneOf(attemptOutcomes)),
  /** What the provider said, or why it could not be asked. */
  answer: Nullable(Type.String()),
});
export type DeliveryAttempt = Static<typeof DeliveryAttempt>;

/** One message to one channel and what became of it. Its id is the idempotency key that the provider sees. */
export const NotificationDelivery = Type.Object({
  id: Uuid,
  kind: OneOf(deliveryKinds),
  status: OneOf(deliveryStatuses),
  /** Null: a test of a channel. */
  alert_rule_id: Nullable(Uuid),
  rule_name: Type.String(),
  /** Null: there was no channel of this name. */
  channel_id: Nullable(Uuid),
  channel_name: Type.String(),
  channel_kind: Nullable(OneOf(channelKinds)),
  instance_ids: Type.Array(Uuid),
  /** What it says, in one line. */
  summary: Type.String(),
  created_at: Timestamp,
  /** Null: it is sent or given up. */
  next_attempt_at: Nullable(Timestamp),
  gives_up_at: Timestamp,
  finished_at: Nullable(Timestamp),
  /** Why it waits or failed, or what the provider answered. */
  answer: Nullable(Type.String()),
  attempt_count: Type.Integer(),
  /** The latest 20, oldest first. */
  attempts: Type.Array(DeliveryAttempt),
});
export type NotificationDelivery = Static<typeof NotificationDelivery>;
