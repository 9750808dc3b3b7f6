/** What a delivery tells of. */
export const deliveryKinds = [
  'opened',
  'reminder',
  'acknowledgement expired',
  'resolved',
  'acknowledged',
  'unacknowledged',
  'assigned',
  'commented',
  'test',
] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** `waiting` for its first or next attempt; `sending`; `sent`; `failed`: given up or refused for good. */
export const deliveryStatuses = ['waiting', 'sending', 'sent', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/**
 * How an attempt ended: taken by the provider; to be tried again; refused for good; or its process ended before it could
 * tell, so that the message may have arrived.
 */
export const attemptOutcomes = ['sent', 'retry', 'refused', 'unknown'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/**
 * Header by which a Seamark recognises a webhook that it sent itself. Its value is the id of the installation; whoever
 * takes alerts in refuses those with their own, for they would go round in circles.
 */
export const originHeader = 'X-Seamark-Origin';
