const eventType = 'seamark_delivery';

/** What marks a message of ours so that it can be found again: Slack has no idempotency key. */
export function deliveryMetadata(id: string): { event_type: string; event_payload: { delivery_id: string } } {
  return { event_type: eventType, event_payload: { delivery_id: id } };
}

/** Whether a message that Slack gave is that of a delivery. */
export function isOfDelivery(message: object, id: string): boolean {
  const metadata: unknown = Reflect.get(message, 'metadata');
  const payload: unknown = metadata && typeof metadata === 'object' && Reflect.get(metadata, 'event_payload');
  return typeof payload === 'object' && payload !== null && Reflect.get(payload, 'delivery_id') === id;
}
