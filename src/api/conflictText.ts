import type { AlertInstanceDetail } from '../contract/resources/alertInstances';
import { describeDuration } from '../contract/alerting/describeDuration';

type Changed = Pick<
  AlertInstanceDetail,
  'status' | 'acknowledged_login' | 'acknowledged_at' | 'resolved_login' | 'resolved_at' | 'assigned_to' | 'updated_at'
>;

/**
 * What somebody else did to an alert while a person was about to act on it, as in "Jane acknowledged this a moment ago".
 * @param now epoch milliseconds
 */
export function conflictText(alert: Changed, now: number): string {
  switch (alert.status) {
    case 'acknowledged':
      return `${alert.acknowledged_login ?? 'Somebody'} acknowledged this ${ago(alert.acknowledged_at, now)}.`;
    case 'resolved':
      return alert.resolved_login === null
        ? `This recovered ${ago(alert.resolved_at, now)}.`
        : `${alert.resolved_login} resolved this ${ago(alert.resolved_at, now)}.`;
    case 'active':
      return alert.assigned_to === null
        ? `This changed ${ago(alert.updated_at, now)}.`
        : `This changed ${ago(alert.updated_at, now)}: it is ${alert.assigned_to}’s.`;
  }
}

function ago(at: string | null, now: number): string {
  const seconds = at === null ? 0 : (now - Date.parse(at)) / 1000;
  return seconds < 60 ? 'a moment ago' : `${describeDuration(seconds)} ago`;
}
