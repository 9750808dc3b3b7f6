import { describeDuration } from '../../contract/alerting/describeDuration';
import type { ShownAlert } from './ShownAlert';

/** Whom an alert waits for or was ended by, in a few words; undefined where nobody has it. */
export function whoHasIt(alert: ShownAlert, now: number): string | undefined {
  if (alert.status === 'resolved') {
    return `${alert.resolved_login ?? 'Ended by itself'}${since(alert.resolved_at, now)}`;
  }
  if (alert.status === 'acknowledged') {
    const by = `${alert.acknowledged_login ?? 'Somebody'}${since(alert.acknowledged_at, now)}`;
    const { assigned_to } = alert;
    return assigned_to && assigned_to !== alert.acknowledged_login ? `${assigned_to}, acknowledged by ${by}` : by;
  }
  return alert.assigned_to ?? undefined;
}

function since(at: string | null | undefined, now: number): string {
  return at ? `, ${describeDuration((now - Date.parse(at)) / 1000)} ago` : '';
}
