import type { ExternalAlert, ExternalNotification } from './ExternalAlert';
import { readAlert } from './readAlert';

/** Alerts of one notification that are looked at. */
export const mostAlertsInOne = 1000;

/** A payload that is no notification; the message says why. */
export class NotificationProblem extends Error {
  override readonly name = 'NotificationProblem';
}

/**
 * Reads the webhook of Alertmanager (version 4) or Grafana, which have their alerts in the same form; Grafana's have more
 * links and values. What is wrong with one alert never costs its neighbours. Throws NotificationProblem.
 */
export function readNotification(payload: Readonly<Record<string, unknown>>, source: string): ExternalNotification {
  const { alerts, truncatedAlerts } = payload;
  if (!Array.isArray(alerts)) {
    throw new NotificationProblem(
      '"alerts" must be a list: send the webhook of Grafana or Alertmanager as it is, without a payload of your own'
    );
  }
  const read: ExternalNotification = {
    alerts: [],
    rejected: [],
    truncated: typeof truncatedAlerts === 'number' && truncatedAlerts > 0 ? Math.floor(truncatedAlerts) : 0,
  };
  alerts.forEach((alert: unknown, index) => {
    const found: ExternalAlert | string =
      index >= mostAlertsInOne
        ? `is beyond the ${mostAlertsInOne} that one message may have`
        : readAlert(alert, source);
    if (typeof found === 'string') {
      read.rejected.push({ index, reason: found });
    } else {
      read.alerts.push(found);
    }
  });
  return read;
}
