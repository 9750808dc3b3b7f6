import type { RuleKeeper } from '../rules/AlertRuleRepository';
import type { NoticeMessage } from '../messages/NoticeMessage';
import type { ClaimedDelivery } from './DeliveryQueue';

/** Writes tests into the delivery log. Throws StoreAway. */
export interface ChannelTests {
  /** Begins the only attempt of a test. Undefined: no channel of this id or name. */
  begin(
    who: RuleKeeper,
    channel: { id: string } | { name: string },
    message: NoticeMessage
  ): Promise<ClaimedDelivery | undefined>;
}
