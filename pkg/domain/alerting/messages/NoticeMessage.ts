import type { MeasuredUnit } from '../../../../src/contract/alerting/MeasuredUnit';
import type { DeliveryKind } from '../../../../src/contract/alerting/deliveryWords';
import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { AlertInstanceDetail } from '../../../../src/contract/resources/alertInstances';

/** Instances that one message carries at most; the others are counted. */
export const mostInstances = 100;

/** An instance as a message tells of it: nothing in it points at a visitor. */
export type NoticeInstance = Pick<
  AlertInstanceDetail,
  | 'id'
  | 'title'
  | 'message'
  | 'severity'
  | 'status'
  | 'labels'
  | 'last_value'
  | 'created_at'
  | 'acknowledged_login'
  | 'acknowledged_at'
  | 'acknowledged_until'
  | 'resolved_login'
  | 'resolved_at'
  | 'resolve_reason'
  | 'assigned_to'
> & {
  /** What the value was held against; null where there is no single limit. */
  limit: number | null;
  /** Of value and limit; null where only the data knows it. Messages of older versions have none. */
  unit?: MeasuredUnit | null;
};

/** Some instances, the first of them in full. */
export interface InstanceList {
  /** At most `mostInstances`. */
  instances: NoticeInstance[];
  /** How many there are altogether. */
  count: number;
}

/** What a delivery says, as it was when it was written: every attempt sends the same. */
export interface NoticeMessage extends InstanceList {
  kind: DeliveryKind;
  /** ISO 8601. */
  at: string;
  /** `id` null: a test of a channel, which is of no rule. */
  rule: { id: string | null; name: string; severity: Severity };
  /** Who did it, where a person did. */
  actor: string | null;
  comment: string | null;
  /** Deliveries that told of the openings, oldest first; empty where it begins a conversation. */
  references: string[];
  /** The line that the conversation goes by: its own, or that of the first opening. */
  topic: string;
  /** Of channels that change their message: everything the first message told of, as it is now. */
  standing: InstanceList | null;
}
