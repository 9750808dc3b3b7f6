import { formatMeasured, type MeasuredUnit } from '../../../contract/alerting/MeasuredUnit';
import type { AlertHistoryEntry } from '../../../contract/resources/alertInstances';
import type { NotificationDelivery } from '../../../contract/resources/notificationDeliveries';

/** A line of what happened to an alert. */
export interface TimelineEntry {
  at: string;
  /** What decides about its icon. */
  kind: 'opened' | 'changed' | 'acknowledged' | 'resolved' | 'commented' | 'sent' | 'not sent' | 'waiting';
  text: string;
  comment: string | null;
}

/** What ended an alert, in words. */
export const resolveReasons: Readonly<Record<string, string>> = {
  recovered: 'It recovered',
  stale: 'Its data has stayed away for so long that nobody can tell',
  'by hand': 'Resolved by hand',
  'rule changed': 'Its rule asks for something else now',
  'rule disabled': 'Its rule was disabled',
  'rule deleted': 'Its rule was deleted',
};

/** Transitions, comments and deliveries in one column, the newest first. */
export function timelineOf(
  history: readonly AlertHistoryEntry[],
  deliveries: readonly NotificationDelivery[],
  unit: MeasuredUnit | undefined
): TimelineEntry[] {
  const lines = [...history.map((entry) => fromHistory(entry, unit)), ...deliveries.map(fromDelivery)];
  // Of the same instant the later line is the newer one.
  return lines
    .map((line, index) => ({ line, index }))
    .sort((one, other) => Date.parse(other.line.at) - Date.parse(one.line.at) || other.index - one.index)
    .map(({ line }) => line);
}

function fromHistory(
  { at, actor, kind, comment, details }: AlertHistoryEntry,
  unit: MeasuredUnit | undefined
): TimelineEntry {
  const who = actor ?? 'Seamark';
  const { value, reason, until, to } = details;
  const measured = typeof value === 'number' ? ` at ${formatMeasured(value, unit)}` : '';
  const line = (entry: Pick<TimelineEntry, 'kind' | 'text'>): TimelineEntry => ({ at, comment, ...entry });
  switch (kind) {
    case 'opened':
      return line({ kind: 'opened', text: `It opened${measured}` });
    case 'acknowledged':
      return line({
        kind: 'acknowledged',
        text:
          typeof until === 'string'
            ? `${who} acknowledged it until ${until.slice(0, 16).replace('T', ' ')} UTC`
            : `${who} acknowledged it`,
      });
    case 'unacknowledged':
      return line({ kind: 'changed', text: `${who} no longer has it` });
    case 'acknowledgement expired':
      return line({ kind: 'changed', text: 'The acknowledgement ended: it is active again' });
    case 'assigned':
      return line({
        kind: 'changed',
        text:
          typeof to === 'string'
            ? to === actor
              ? `${who} took it`
              : `${who} assigned it to ${to}`
            : `${who} assigned it to nobody`,
      });
    case 'commented':
      return line({ kind: 'commented', text: `${who} commented` });
    case 'resolved':
      return line({
        kind: 'resolved',
        text: actor === null ? `${resolveReasons[String(reason)] ?? 'It ended'}${measured}` : `${who} resolved it`,
      });
    case 'reminder':
      return line({ kind: 'changed', text: `It still fires${measured}: a reminder was due` });
    default:
      return line({ kind: 'changed', text: `${actor === null ? '' : `${actor}: `}${kind}${measured}` });
  }
}

function fromDelivery(delivery: NotificationDelivery): TimelineEntry {
  const { channel_name, kind, status, attempt_count, answer, finished_at, next_attempt_at, created_at } = delivery;
  const tries = attempt_count > 1 ? ` in ${attempt_count} attempts` : '';
  switch (status) {
    case 'sent':
      return {
        at: finished_at ?? created_at,
        kind: 'sent',
        text: `Told ${channel_name} (${kind})${tries}`,
        comment: null,
      };
    case 'failed':
      return {
        at: finished_at ?? created_at,
        kind: 'not sent',
        text: `Could not tell ${channel_name} (${kind})${tries}`,
        comment: answer,
      };
    default: {
      const next = next_attempt_at === null ? '' : `, next attempt ${next_attempt_at.slice(11, 16)} UTC`;
      const tried =
        attempt_count > 0 ? ` after ${attempt_count} ${attempt_count === 1 ? 'attempt' : 'attempts'}${next}` : '';
      return {
        at: created_at,
        kind: 'waiting',
        text: `A message to ${channel_name} (${kind}) waits${tried}`,
        comment: answer,
      };
    }
  }
}
