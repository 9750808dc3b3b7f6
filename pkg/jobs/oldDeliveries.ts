import type { DeliveryQueue } from '../domain/alerting/deliveries/DeliveryQueue';
import { day, hour, minute } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** How long the delivery log reaches back. */
const keptMs = 90 * day;

/** Deletes deliveries that were done long ago. */
export function oldDeliveriesJob(queue: Pick<DeliveryQueue, 'trim'>): RepeatedJob {
  return { name: 'old deliveries', everyMs: hour, retryMs: 5 * minute, act: (now) => queue.trim(now - keptMs) };
}
