import type { ChannelTest } from '../../../../src/contract/resources/notificationChannels';
import type { RuleKeeper } from '../rules/AlertRuleRepository';

/** Sends samples at once, and answers what providers say. Each is in the delivery log. Throws StoreAway. */
export interface ChannelTester {
  /** Undefined: no such channel. */
  testChannel(who: RuleKeeper, id: string): Promise<ChannelTest | undefined>;
  /** One for each channel that the rule names. Undefined: no such rule. */
  testRule(who: RuleKeeper, id: string): Promise<ChannelTest[] | undefined>;
}
