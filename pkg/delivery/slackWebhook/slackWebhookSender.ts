import type { SlackWebhookSettings } from '../../../src/contract/alerting/channelSettings';
import type { Sender } from '../../domain/alerting/deliveries/Sender';
import type { NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import { requestOutbound } from '../../lib/outbound/requestOutbound';
import { judgeAnswer } from '../http/judgeAnswer';
import { judgeFailure } from '../http/judgeFailure';
import type { SenderParts } from '../SenderParts';
import { renderLine, renderSlack } from '../slack/renderSlack';

/** Slack answers with a word. */
const mostBytes = 1024;

/** Posts messages to Slack's incoming webhook, which can neither be asked nor change what it has posted. */
export function slackWebhookSender({ guard, links, clock }: SenderParts): Sender<SlackWebhookSettings> {
  return {
    send: async ({ message }, { webhook_url: url }, signal) => {
      const body = JSON.stringify(isShort(message) ? renderLine(message, links) : renderSlack(message, message, links));
      const headers = { 'content-type': 'application/json' };
      try {
        const sent = { method: 'POST' as const, url: new URL(url), headers, body, mostBytes };
        return judgeAnswer(await requestOutbound(sent, { guard, signal }), clock.now());
      } catch (error) {
        return judgeFailure(error, signal);
      }
    },
  };
}

/** That somebody has it needs no second message as large as the first. */
function isShort({ kind }: NoticeMessage): boolean {
  return kind === 'acknowledged' || kind === 'unacknowledged';
}
