import { formatMeasured } from '../../../../src/contract/alerting/MeasuredUnit';
import type { NoticeInstance, NoticeMessage } from './NoticeMessage';

/** Instances that a message for people lists; the others are counted. */
export const mostLines = 20;

/** What happened, in a few words that a tired person understands. */
export function headlineOf({ kind, actor }: Pick<NoticeMessage, 'kind' | 'actor'>): string {
  const by = actor === null ? '' : ` by ${actor}`;
  switch (kind) {
    case 'opened':
      return 'Firing';
    case 'reminder':
      return 'Still firing';
    case 'acknowledgement expired':
      return 'Firing, and the acknowledgement has ended';
    case 'resolved':
      return `Resolved${by}`;
    case 'acknowledged':
      return `Acknowledged${by}`;
    case 'unacknowledged':
      return `Acknowledgement taken back${by}`;
    case 'assigned':
      return `Assigned${by}`;
    case 'commented':
      return `Comment${by}`;
    case 'test':
      return 'Test';
  }
}

/** A message in one line without line breaks, such as `Firing: LCP is poor (page_path /cart)`. */
export function summaryOf(message: NoticeMessage): string {
  const [first] = message.instances;
  const what =
    message.count === 1 && first !== undefined
      ? first.title
      : message.count === 0
        ? message.rule.name
        : `${message.rule.name} (${message.count})`;
  return oneLine(`${headlineOf(message)}: ${what}`);
}

/** The subject that a conversation begins with: what is wrong, not what became of it. */
export function topicOf({
  instances: [first],
  count,
  rule,
}: Pick<NoticeMessage, 'instances' | 'count' | 'rule'>): string {
  const what = count === 1 && first !== undefined ? first.title : count === 0 ? rule.name : `${rule.name} (${count})`;
  return oneLine(`[${rule.severity}] ${what}`);
}

/** How an instance stands, such as `acknowledged by ada` and `resolved: recovered`. */
export function standingOf(instance: NoticeInstance): string {
  switch (instance.status) {
    case 'active':
      return instance.assigned_to === null ? 'firing' : `firing, assigned to ${instance.assigned_to}`;
    case 'acknowledged':
      return `acknowledged${instance.acknowledged_login === null ? '' : ` by ${instance.acknowledged_login}`}`;
    case 'resolved':
      return instance.resolved_login === null
        ? `resolved: ${instance.resolve_reason ?? 'it ended'}`
        : `resolved by ${instance.resolved_login}`;
  }
}

/** What was measured last and what it is held against, such as `3.2 s (limit 2.5 s)`; undefined where it is no number. */
export function measuredOf({ last_value: value, limit, unit }: NoticeInstance): string | undefined {
  if (value === null) {
    return undefined;
  }
  const held = limit === null ? '' : ` (limit ${formatMeasured(limit, unit ?? undefined)})`;
  return `${formatMeasured(value, unit ?? undefined)}${held}`;
}

/** How many of a list are not among the lines of a message. */
export function leftOut(count: number): number {
  return Math.max(0, count - mostLines);
}

/** Text as one line of at most 250 characters: a line break in a header would begin another. */
export function oneLine(text: string): string {
  const flat = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return flat.length > 250 ? `${flat.slice(0, 249)}…` : flat;
}
