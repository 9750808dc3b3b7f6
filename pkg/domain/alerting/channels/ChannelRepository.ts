import type {
  ChannelName,
  CreateNotificationChannel,
  NotificationChannel,
  UpdateNotificationChannel,
} from '../../../../src/contract/resources/notificationChannels';
import type { RuleKeeper } from '../rules/AlertRuleRepository';

/** Another channel of the organisation has the name already. */
export class ChannelNameTaken extends Error {
  override readonly name = 'ChannelNameTaken';

  constructor(name: string) {
    super(`There is a channel named "${name}" already. Choose another name`);
  }
}

/** Rules send to it: without the channel they would tell nobody. */
export class ChannelInUse extends Error {
  override readonly name = 'ChannelInUse';

  constructor(rules: readonly string[]) {
    super(`These rules send to it: ${rules.join(', ')}. Take it out of them first`);
  }
}

/**
 * Notification channels of one organisation. Undefined means "no such channel in this organisation". Writing throws
 * ChannelProblem, ChannelNameTaken and VersionConflict. All throw StoreAway.
 */
export interface ChannelRepository {
  list(
    who: RuleKeeper,
    page: { limit: number; cursor: string | undefined }
  ): Promise<{ items: NotificationChannel[]; next_cursor: string | null }>;
  /** All of them, by name. */
  names(who: RuleKeeper): Promise<ChannelName[]>;
  get(who: RuleKeeper, id: string): Promise<NotificationChannel | undefined>;
  create(who: RuleKeeper, channel: CreateNotificationChannel): Promise<NotificationChannel>;
  /** Rules that name the channel follow a new name. */
  update(who: RuleKeeper, id: string, change: UpdateNotificationChannel): Promise<NotificationChannel | undefined>;
  /** False: no such channel. Throws ChannelInUse. */
  delete(who: RuleKeeper, id: string): Promise<boolean>;
}
