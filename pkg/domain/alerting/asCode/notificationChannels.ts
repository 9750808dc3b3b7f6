import { CreateNotificationChannel } from '../../../../src/contract/resources/notificationChannels';
import { ChannelProblem } from '../channels/ChannelProblem';
import type { ChannelRepository } from '../channels/ChannelRepository';
import { readSettings } from '../channels/readSettings';
import type { RuleKeeper } from '../rules/AlertRuleRepository';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { fieldsOf } from './fieldsOf';
import { readAll } from './readAll';

const read = shapeReader(
  CreateNotificationChannel,
  '',
  (field, complaint) => new ChannelProblem(field.slice(1), complaint)
);

/** Notification channels in files. Their secrets are written as placeholders when they are exported. */
export function notificationChannelsAsCode(channels: ChannelRepository) {
  return {
    name: 'notification_channels',
    path: '/notification-channels',
    role: 'Admin' as const,
    read: (entry: Readonly<Record<string, unknown>>) => {
      const channel = read(entry);
      readSettings(channel.kind, channel.settings);
      return channel;
    },
    list: async (who: RuleKeeper) =>
      (await readAll((page) => channels.list(who, page))).map((channel) => {
        const secrets = channel.stored_secrets.map((secret) => [secret, placeholderOf(channel.name, secret)] as const);
        const entry = fieldsOf(channel, ['name', 'kind']);
        return {
          id: channel.id,
          name: channel.name,
          entry: { ...entry, settings: { ...channel.settings, ...Object.fromEntries(secrets) } },
        };
      }),
    create: async (who: RuleKeeper, entry: Readonly<Record<string, unknown>>) =>
      (await channels.create(who, read(entry))).id,
    update: async (who: RuleKeeper, id: string, entry: Readonly<Record<string, unknown>>) => {
      const { kind, settings } = read(entry);
      const before = await channels.get(who, id);
      if (before !== undefined && before.kind !== kind) {
        throw new ChannelProblem('kind', `cannot be changed: the channel of this name is of the kind ${before.kind}`);
      }
      await channels.update(who, id, { settings });
    },
    delete: async (who: RuleKeeper, id: string) => {
      await channels.delete(who, id);
    },
  };
}

/** `${CHANNEL_ON_CALL_SECRET}`: who imports it sets the variable first. */
function placeholderOf(channel: string, secret: string): string {
  const words = `${channel}_${secret}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return `\${CHANNEL_${words}}`;
}
