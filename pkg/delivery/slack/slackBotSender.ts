import type { WebClient } from '@slack/web-api';
import type { SlackBotSettings } from '../../../src/contract/alerting/channelSettings';
import type { DeliveryKind } from '../../../src/contract/alerting/deliveryWords';
import type { Outgoing, Receipt, Sender, SendResult } from '../../domain/alerting/deliveries/Sender';
import type { InstanceLinks } from '../../domain/alerting/messages/InstanceLinks';
import type { SenderParts } from '../SenderParts';
import { findPosted } from './findPosted';
import { deliveryMetadata } from './deliveryMetadata';
import { judgeSlackFailure, slackErrorOf } from './judgeSlackFailure';
import { renderReply, renderSlack } from './renderSlack';
import { slackClient } from './slackClient';

/** What is worth a line below the message; all else is seen in the message itself. */
const repliesTo: readonly DeliveryKind[] = ['reminder', 'acknowledgement expired', 'resolved', 'commented'];
/** What must be seen by people who do not look into threads. */
const broadcast: readonly DeliveryKind[] = ['reminder', 'acknowledgement expired'];
/** Slack posts to a channel by its name, but shows and edits what is in it by its id only. */
const channelId = /^[CDG][A-Z0-9]+$/;
/** The message is there no longer, or may not be changed any more. */
const gone = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'];

/**
 * Speaks to Slack as an app: the first message of a conversation is edited through the life of what it tells of, comments
 * and reminders go into its thread.
 */
export function slackBotSender({ guard, links }: SenderParts): Sender<SlackBotSettings> {
  return {
    send: async (outgoing, settings, signal) => {
      const client = slackClient(settings, guard, signal);
      try {
        return outgoing.root === null
          ? await post(client, outgoing, settings.channel, links)
          : await goOn(client, outgoing, outgoing.root, settings, links);
      } catch (error) {
        return judgeSlackFailure(error, signal);
      }
    },
  };
}

/** Begins a conversation. */
async function post(client: WebClient, outgoing: Outgoing, channel: string, links: InstanceLinks): Promise<SendResult> {
  const { message } = outgoing;
  // What was posted there before knows the id of a channel that the settings have by its name.
  const place = channelId.test(channel) ? channel : outgoing.latest?.channel;
  const canLook = outgoing.mayHaveArrived && place !== undefined;
  const earlier = canLook ? await findPosted(client, outgoing, place) : undefined;
  if (earlier !== undefined) {
    return { outcome: 'sent', answer: 'An earlier attempt had arrived', receipt: earlier };
  }
  const content = renderSlack(message, message.standing ?? message, links);
  const { ts, channel: id } = await client.chat.postMessage({
    channel,
    ...content,
    metadata: deliveryMetadata(outgoing.id),
    unfurl_links: false,
    unfurl_media: false,
  });
  return { outcome: 'sent', answer: `Posted as ${ts}`, receipt: { channel: id ?? channel, ts: ts ?? '' } };
}

/** Edits the first message, which may be done twice without harm, and then says in its thread what is worth a line. */
async function goOn(
  client: WebClient,
  outgoing: Outgoing,
  { channel = '', ts = '' }: Receipt,
  settings: SlackBotSettings,
  links: InstanceLinks
): Promise<SendResult> {
  const { message } = outgoing;
  try {
    await client.chat.update({ channel, ts, ...renderSlack(message, message.standing ?? message, links) });
  } catch (error) {
    if (!gone.includes(slackErrorOf(error) ?? '')) {
      throw error;
    }
    return post(client, outgoing, settings.channel, links);
  }
  const isWorthALine = repliesTo.includes(message.kind) || (message.comment !== null && message.comment !== '');
  if (!isWorthALine) {
    return { outcome: 'sent', answer: `Edited ${ts}` };
  }
  if (outgoing.mayHaveArrived && (await findPosted(client, outgoing, channel, ts)) !== undefined) {
    return { outcome: 'sent', answer: 'An earlier attempt had arrived' };
  }
  const reply = {
    channel,
    thread_ts: ts,
    ...renderReply(message),
    metadata: deliveryMetadata(outgoing.id),
    unfurl_links: false,
    unfurl_media: false,
  };
  await client.chat.postMessage(broadcast.includes(message.kind) ? { ...reply, reply_broadcast: true } : reply);
  return { outcome: 'sent', answer: `Edited ${ts} and said it in its thread` };
}
