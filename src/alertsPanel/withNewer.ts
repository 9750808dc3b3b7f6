import type { ShownAlert } from '../components/alerts/ShownAlert';
import type { AlertInstanceDetail } from '../contract/resources/alertInstances';

/** Alerts that were read after the panel's data, by id. */
export type Newer = ReadonlyMap<string, AlertInstanceDetail>;

/** An alert as it is by now: what a person has just done shows at once, not with the dashboard's next refresh. */
export function withNewer(alert: ShownAlert, newer: Newer): ShownAlert {
  const read = newer.get(alert.id);
  return read === undefined || read.version <= alert.version
    ? alert
    : { ...read, measured: alert.measured, limit: alert.limit };
}
