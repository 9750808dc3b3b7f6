import { createHmac } from 'node:crypto';
import type { WebhookSettings } from '../../../src/contract/alerting/channelSettings';
import { originHeader } from '../../../src/contract/alerting/deliveryWords';
import type { Sender } from '../../domain/alerting/deliveries/Sender';
import { requestOutbound } from '../../lib/outbound/requestOutbound';
import { judgeAnswer } from '../http/judgeAnswer';
import { judgeFailure } from '../http/judgeFailure';
import type { SenderParts } from '../SenderParts';
import { webhookBody } from './webhookBody';

/** Bytes of an answer that are read. */
const mostBytes = 4096;

/**
 * Posts messages as JSON. With a secret, `X-Seamark-Signature` is `v1=` and the HMAC-SHA256 in hexadecimal of
 * `X-Seamark-Timestamp`, a dot and the body. `Idempotency-Key` is the same in every attempt.
 */
export function webhookSender({ guard, links, origin, version, clock }: SenderParts): Sender<WebhookSettings> {
  return {
    send: async ({ id, message }, { url, secret }, signal) => {
      const body = JSON.stringify(webhookBody(id, message, links, origin));
      const timestamp = String(Math.floor(clock.now() / 1000));
      const headers = {
        'content-type': 'application/json',
        'user-agent': `Seamark/${version}`,
        'idempotency-key': id,
        [originHeader.toLowerCase()]: origin,
        'x-seamark-timestamp': timestamp,
        ...(secret !== undefined && { 'x-seamark-signature': `v1=${signatureOf(secret, timestamp, body)}` }),
      };
      try {
        const sent = { method: 'POST' as const, url: new URL(url), headers, body, mostBytes };
        return judgeAnswer(await requestOutbound(sent, { guard, signal }), clock.now());
      } catch (error) {
        return judgeFailure(error, signal);
      }
    },
  };
}

function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}
