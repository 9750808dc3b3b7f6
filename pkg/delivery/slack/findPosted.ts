import type { WebClient } from '@slack/web-api';
import type { Outgoing, Receipt } from '../../domain/alerting/deliveries/Sender';
import { isOfDelivery } from './deliveryMetadata';
import { slackErrorOf } from './judgeSlackFailure';

/** Slack's clock and ours may differ by this many seconds. */
const toleranceSeconds = 120;
const mostMessages = 200;
/** The app may not read: then nobody can know, and twice is better than never. */
const notAllowed = ['missing_scope', 'not_in_channel', 'channel_not_found', 'no_permission', 'thread_not_found'];

/**
 * The message that an earlier attempt has left in a channel or thread, if it has. Needs the scope `channels:history` (or
 * `groups:history`).
 */
export async function findPosted(
  client: WebClient,
  { id, firstAttemptAt }: Pick<Outgoing, 'id' | 'firstAttemptAt'>,
  channel: string,
  thread?: string
): Promise<Receipt | undefined> {
  const oldest = String(Math.floor(firstAttemptAt / 1000) - toleranceSeconds);
  const asked = { channel, oldest, limit: mostMessages, include_all_metadata: true };
  try {
    const { messages = [] } =
      thread === undefined
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: thread });
    const found = messages.find((message) => isOfDelivery(message, id));
    return found?.ts === undefined ? undefined : { channel, ts: found.ts };
  } catch (error) {
    if (notAllowed.includes(slackErrorOf(error) ?? '')) {
      return undefined;
    }
    throw error;
  }
}
