import type { DeliveryStatus } from '../../../../src/contract/alerting/deliveryWords';
import type { NotificationDelivery } from '../../../../src/contract/resources/notificationDeliveries';
import type { RuleKeeper } from '../rules/AlertRuleRepository';

/** Which deliveries, newest first. */
export interface DeliverySelection {
  /** Empty: any. */
  statuses: readonly DeliveryStatus[];
  channel: string | undefined;
  ruleId: string | undefined;
  instanceId: string | undefined;
  limit: number;
  cursor: string | undefined;
}

/** What was sent, and what was not and why. Throws StoreAway. */
export interface DeliveryLog {
  list(
    who: RuleKeeper,
    selection: DeliverySelection
  ): Promise<{ items: NotificationDelivery[]; next_cursor: string | null }>;
}
