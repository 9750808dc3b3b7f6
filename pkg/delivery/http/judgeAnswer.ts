import type { SendResult } from '../../domain/alerting/deliveries/Sender';
import type { OutboundAnswer } from '../../lib/outbound/requestOutbound';
import { readRetryAfter } from './readRetryAfter';

/** Of 4xx: what is about this moment and not about the message. */
const passing = [408, 425, 429];
/** Characters of an answer that are kept. */
const longestAnswer = 500;

/** What an attempt came to by the HTTP answer that it got. */
export function judgeAnswer({ status, headers, body }: OutboundAnswer, now: number): SendResult {
  const text = body.toString('utf8').replace(/\s+/g, ' ').trim().slice(0, longestAnswer);
  const answer = text === '' ? String(status) : `${status}: ${text}`;
  if (status >= 200 && status < 300) {
    return { outcome: 'sent', answer };
  }
  if (status >= 500 || passing.includes(status)) {
    const retryAfterMs = readRetryAfter(headers['retry-after'], now);
    return { outcome: 'retry', answer, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (status >= 300 && status < 400) {
    return { outcome: 'refused', answer: `${status}: redirects are not followed; give the address that it leads to` };
  }
  return { outcome: 'refused', answer };
}
