import { deliveryStatuses, type DeliveryStatus } from '../../../contract/alerting/deliveryWords';

/** Which deliveries are listed; kept in the URL. */
export interface DeliveryFilters {
  status?: DeliveryStatus | undefined;
  channel?: string | undefined;
  /** Id of a rule. */
  rule?: string | undefined;
  /** Id of an alert instance, where a link leads here from one. */
  instance?: string | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the URL says; what it says wrongly is left out. */
export function readDeliveryFilters(search: URLSearchParams): DeliveryFilters {
  const id = (name: string) => {
    const value = search.get(name) ?? '';
    return uuid.test(value) ? value : undefined;
  };
  return {
    status: deliveryStatuses.find((status) => status === search.get('status')),
    channel: search.get('channel') || undefined,
    rule: id('rule'),
    instance: id('instance'),
  };
}
