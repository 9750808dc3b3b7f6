import type { Senders } from '../domain/alerting/deliveries/Sender';
import { emailSender } from './email/emailSender';
import type { SenderParts } from './SenderParts';
import { slackBotSender } from './slack/slackBotSender';
import { slackWebhookSender } from './slackWebhook/slackWebhookSender';
import { webhookSender } from './webhook/webhookSender';

/** The senders of all kinds of channels. */
export function createSenders(parts: SenderParts): Senders {
  return {
    email: emailSender(parts),
    'slack bot': slackBotSender(parts),
    'slack webhook': slackWebhookSender(parts),
    webhook: webhookSender(parts),
  };
}
