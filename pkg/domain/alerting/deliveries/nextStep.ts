import type { DeliveryStep } from './DeliveryQueue';
import type { SendResult } from './Sender';

const second = 1000;
const minute = 60 * second;

/** How long a delivery is tried before somebody must look. */
export const patienceMs = 24 * 60 * minute;
/** The pause after the first attempt; each further one is twice as long. */
const firstPause = 5 * second;
const longestPause = 10 * minute;
/** A provider that asks for more is asked again after this. */
export const longestWish = 60 * minute;

/**
 * What becomes of a delivery after its attempt number `attempt`. Pauses double from 5 seconds to 10 minutes, each shortened
 * by up to a half at random, so that what failed together is not tried together; a provider's own wish comes first.
 * @param random from 0 to below 1
 */
export function nextStep(
  result: SendResult,
  { attempt, givesUpAt }: { attempt: number; givesUpAt: number },
  now: number,
  random: () => number
): DeliveryStep {
  switch (result.outcome) {
    case 'sent':
      return { status: 'sent', answer: result.answer, ...(result.receipt && { receipt: result.receipt }) };
    case 'refused':
      return { status: 'failed', answer: result.answer };
    case 'retry':
    case 'unknown': {
      const pause = Math.min(firstPause * 2 ** Math.min(attempt - 1, 20), longestPause);
      const wish = (result.outcome === 'retry' && result.retryAfterMs) || 0;
      const jittered = pause * (1 - random() / 2);
      const nextAttemptAt = now + Math.max(jittered, Math.min(wish, longestWish));
      return nextAttemptAt > givesUpAt
        ? { status: 'failed', answer: `Given up after ${attempt} attempts. The last one: ${result.answer}` }
        : { status: 'waiting', nextAttemptAt: Math.ceil(nextAttemptAt), answer: result.answer };
    }
  }
}
