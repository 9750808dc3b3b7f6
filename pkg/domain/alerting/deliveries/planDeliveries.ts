import type { DeliveryKind } from '../../../../src/contract/alerting/deliveryWords';
import { channelTraits, type ChannelForm, type ChannelTraits } from '../channels/channelTraits';

/** A channel that a message may go to. */
export interface PlannedChannel extends ChannelForm {
  id: string;
  /** The rule sends to it now; otherwise it was only told of an opening once. */
  isNamed: boolean;
}

/** A message that began a conversation in a channel. */
export interface Conversation {
  /** Of the delivery. */
  id: string;
  channelId: string;
  instances: readonly string[];
  topic: string;
}

/** One delivery to be written. */
export interface PlannedDelivery {
  channelId: string;
  instances: string[];
  /** Oldest first; none: it begins one. */
  conversations: Conversation[];
}

/** What people do, except that they end it. */
const acts: readonly DeliveryKind[] = ['acknowledged', 'unacknowledged', 'assigned', 'commented'];
const acknowledgements: readonly DeliveryKind[] = ['acknowledged', 'unacknowledged'];
const heardOf: Readonly<Record<ChannelTraits['acts'], readonly DeliveryKind[]>> = {
  all: acts,
  acknowledgements,
  none: [],
};

/**
 * Which deliveries tell of something that happened to some instances. An opening goes to every channel of the rule. What
 * comes after it goes where the opening was told, also when the rule has left that channel; reminders go to channels that
 * are new to it as well. A channel that changes its message gets one delivery for each message that is to be changed.
 * @param conversations those that told of these instances, oldest first
 */
export function planDeliveries(
  kind: DeliveryKind,
  instances: readonly string[],
  channels: readonly PlannedChannel[],
  conversations: readonly Conversation[]
): PlannedDelivery[] {
  return channels.flatMap((channel) => {
    const { editsMessages, ...traits } = channelTraits(channel);
    if (acts.includes(kind) && !heardOf[traits.acts].includes(kind)) {
      return [];
    }
    const own = kind === 'opened' ? [] : conversations.filter(({ channelId }) => channelId === channel.id);
    const isNews = kind === 'opened' || kind === 'reminder' || kind === 'acknowledgement expired';
    const newest = new Map(own.flatMap((talk) => talk.instances.map((id) => [id, talk] as const)));
    const strangers = isNews && channel.isNamed ? instances.filter((id) => !newest.has(id)) : [];
    const told = instances.filter((id) => newest.has(id));
    const talks = own.filter((talk) => told.some((id) => newest.get(id) === talk));
    if (editsMessages) {
      return [
        ...talks.map((talk) => ({
          channelId: channel.id,
          instances: told.filter((id) => newest.get(id) === talk),
          conversations: [talk],
        })),
        ...(strangers.length > 0 ? [{ channelId: channel.id, instances: strangers, conversations: [] }] : []),
      ];
    }
    const all = instances.filter((id) => newest.has(id) || strangers.includes(id));
    return all.length > 0 ? [{ channelId: channel.id, instances: all, conversations: talks }] : [];
  });
}
