import type { ChannelTest, NotificationChannel } from '../../../../src/contract/resources/notificationChannels';
import { ChannelInUse, ChannelNameTaken } from '../../../domain/alerting/channels/ChannelRepository';
import { readSettings } from '../../../domain/alerting/channels/readSettings';
import type { AdminDependencies } from '../AdminDependencies';

/** One channel, `on-call`, which a rule uses, and whose tests arrive. */
export function fakeNotifications(id: string): Pick<AdminDependencies, 'channels' | 'channelTester' | 'deliveryLog'> {
  const channel: NotificationChannel = {
    id: id,
    name: 'on-call',
    kind: 'webhook',
    settings: { url: 'https://hooks.example/x' },
    stored_secrets: ['secret'],
    version: 1,
    created_at: '2026-11-23T00:00:00.000Z',
    updated_at: '2026-11-23T00:00:00.000Z',
  };

  const test: ChannelTest = {
    channel: 'on-call',
    outcome: 'sent',
    answer: '200 OK',
    duration_ms: 12,
    delivery_id: null,
  };
  return {
    channels: {
      list: async () => ({ items: [channel], next_cursor: null }),
      names: async () => [{ name: channel.name, kind: channel.kind }],
      get: async (_who, asked) => (asked === id ? channel : undefined),
      create: async (_who, { name, kind, settings }) => {
        readSettings(kind, settings);
        if (name === 'taken') {
          throw new ChannelNameTaken(name);
        }
        return { ...channel, name };
      },
      update: async (_who, asked) => (asked === id ? channel : undefined),
      delete: async (_who, asked) => {
        if (asked === id) {
          throw new ChannelInUse(['LCP is poor']);
        }
        return false;
      },
    },
    channelTester: {
      testChannel: async (_who, asked) => (asked === id ? test : undefined),
      testRule: async (_who, asked) => (asked === id ? [test] : undefined),
    },
    deliveryLog: { list: async () => ({ items: [], next_cursor: null }) },
  };
}
