import { dateTime } from '@grafana/data';
import type { AlertInstanceDetail } from '../contract/resources/alertInstances';
import type { ActOnAlerts } from '../contract/resources/bulkAlertInstances';
import { mostAlertsAtOnce } from '../contract/alerting/words';
import { ApiError } from './ApiError';
import { callRoute } from './callRoute';
import { conflictText } from './conflictText';

/** What a person does to alerts. `until` belongs to acknowledging, `to` to assigning. */
export type AlertDeed = Omit<ActOnAlerts, 'items'>;

/** An alert as it was seen. */
type Seen = Pick<AlertInstanceDetail, 'id' | 'version'>;

/** An alert that stayed as it was, and why. */
export interface NotActedOn<T> {
  alert: T;
  /** HTTP status that its own route would have answered. */
  status: number;
  reason: string;
}

const conflict = 409;

/**
 * Acts on any number of alerts, as many at once as the server takes. Returns those that stayed as they were: where
 * somebody was faster, the reason says who. Rejects with an `ApiError` where nothing is known of any of them.
 */
export async function actOnAlerts<T extends Seen>(
  datasourceUid: string,
  alerts: readonly T[],
  deed: AlertDeed
): Promise<Array<NotActedOn<T>>> {
  const left: Array<NotActedOn<T>> = [];
  for (let start = 0; start < alerts.length; start += mostAlertsAtOnce) {
    const some = alerts.slice(start, start + mostAlertsAtOnce);
    const items = some.map(({ id, version }) => ({ id, expected_version: version }));
    const answer = await callRoute(datasourceUid, 'actOnAlerts', { body: { ...deed, items } });
    for (const { id, status, error } of answer.items) {
      const alert = some.find((each) => each.id === id);
      if (alert !== undefined && error !== undefined) {
        const reason = status === conflict ? await whoWasFaster(datasourceUid, id, error.message) : error.message;
        left.push({ alert, status, reason });
      }
    }
  }
  return left;
}

/** Acts on one alert. Rejects with an `ApiError`, whose status is 409 where somebody was faster. */
export async function actOnAlert(datasourceUid: string, alert: Seen, deed: AlertDeed): Promise<void> {
  const [left] = await actOnAlerts(datasourceUid, [alert], deed);
  if (left !== undefined) {
    throw new ApiError(left.reason, left.status);
  }
}

async function whoWasFaster(datasourceUid: string, id: string, otherwise: string): Promise<string> {
  try {
    const alert = await callRoute(datasourceUid, 'getAlertInstance', { params: { id } });
    return conflictText(alert, dateTime().valueOf());
  } catch {
    return otherwise;
  }
}
