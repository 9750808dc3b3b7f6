import type { Severity } from '../../../src/contract/entities/ErrorLog';
import {
  headlineOf,
  leftOut,
  measuredOf,
  mostLines,
  standingOf,
  summaryOf,
} from '../../domain/alerting/messages/describeMessage';
import type { InstanceLinks } from '../../domain/alerting/messages/InstanceLinks';
import type { InstanceList, NoticeInstance, NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import { escapeSlack, slackLink } from './escapeSlack';

/** Colours of the bar beside a message; what is over is green, what somebody has is grey. */
const colors: Readonly<Record<Severity, string>> = {
  critical: '#c4162a',
  high: '#fa6400',
  medium: '#f2cc0c',
  low: '#3274d9',
};

export interface SlackContent {
  /** What notifications and screen readers say. */
  text: string;
  attachments: Array<{ color: string; fallback: string; blocks: SlackBlock[] }>;
}

type SlackText = { type: 'mrkdwn'; text: string; verbatim: true };
export type SlackBlock = { type: 'section'; text: SlackText } | { type: 'context'; elements: SlackText[] };

/**
 * A message with the instances of `list` as they stand. Nothing in it is taken for a mention or a link but our own links:
 * all text is escaped, and `verbatim` keeps Slack from looking for names in it.
 */
export function renderSlack(message: NoticeMessage, list: InstanceList, links: InstanceLinks): SlackContent {
  const shown = list.instances.slice(0, mostLines);
  const more = leftOut(list.count);
  const lines = shown.map((instance) => lineOf(instance, links));
  const rule = slackLink(message.rule.id === null ? undefined : links.rule(message.rule.id), message.rule.name);
  const text = escapeSlack(summaryOf(message));
  const comment = message.comment === null ? [] : [section(`> ${escapeSlack(message.comment, 2000)}`)];
  const blocks: SlackBlock[] = [
    section(`*${escapeSlack(headlineFor(message, list))}*`),
    ...chunks(lines).map((part) => section(part.join('\n'))),
    ...(more > 0 ? [section(`and ${more} more`)] : []),
    ...comment,
    { type: 'context', elements: [verbatim(`${message.rule.severity} · rule ${rule}`)] },
  ];
  return { text, attachments: [{ color: colorOf(message, list), fallback: text, blocks }] };
}

/** A line for a thread, without attachments. */
export function renderReply(message: NoticeMessage): { text: string } {
  const comment = message.comment === null ? '' : `\n> ${escapeSlack(message.comment, 2000)}`;
  const titles = message.instances.slice(0, mostLines).map(({ title }) => `• ${escapeSlack(title, 200)}`);
  const more = leftOut(message.count);
  const which = message.standing !== null && message.standing.count > 1 ? `\n${titles.join('\n')}` : '';
  return { text: `${escapeSlack(headlineOf(message))}${which}${more > 0 ? `\nand ${more} more` : ''}${comment}` };
}

/** A line for a channel that has no threads: what somebody did, and to which alerts. */
export function renderLine(message: NoticeMessage, links: InstanceLinks): { text: string; blocks: SlackBlock[] } {
  const [first] = message.instances;
  const one = message.count === 1 && first !== undefined;
  const which = one
    ? slackLink(links.instance(first.id), first.title)
    : escapeSlack(`${message.rule.name} (${message.count})`);
  const comment = message.comment === null ? '' : `\n> ${escapeSlack(message.comment, 2000)}`;
  const line = `${escapeSlack(headlineOf(message))}: ${which}${comment}`;
  return { text: escapeSlack(summaryOf(message)), blocks: [section(line)] };
}

/** Of a message that is edited: how everything in it stands, not what happened last. */
function headlineFor(message: NoticeMessage, list: InstanceList): string {
  if (list !== message.standing) {
    return headlineOf(message);
  }
  const open = list.instances.filter(({ status }) => status !== 'resolved');
  const taken = open.filter(({ status }) => status === 'acknowledged');
  const name = list.instances.find(({ acknowledged_login: login }) => login !== null)?.acknowledged_login;
  if (open.length === 0) {
    return 'Resolved';
  }
  return taken.length === open.length && open.length > 0
    ? `Acknowledged${name ? ` by ${name}` : ''}`
    : `Firing${list.count > open.length ? `: ${open.length} of ${list.count}` : ''}`;
}

function colorOf(message: NoticeMessage, { instances }: InstanceList): string {
  const open = instances.filter(({ status }) => status !== 'resolved');
  if (instances.length > 0 && open.length === 0) {
    return '#56a64b';
  }
  return open.length > 0 && open.every(({ status }) => status === 'acknowledged')
    ? '#8e8e8e'
    : colors[message.rule.severity];
}

function lineOf(instance: NoticeInstance, links: InstanceLinks): string {
  const measured = measuredOf(instance);
  const value = measured === undefined ? '' : ` · ${escapeSlack(measured)}`;
  const text = instance.message === '' ? '' : `\n${escapeSlack(instance.message, 300)}`;
  return `${slackLink(links.instance(instance.id), instance.title)} — ${escapeSlack(standingOf(instance))}${value}${text}`;
}

/** Slack takes 3,000 characters a section. */
function chunks(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  let length = Infinity;
  for (const line of lines) {
    if (length + line.length > 2900) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(line.slice(0, 2900));
    length += line.length + 1;
  }
  return parts;
}

function section(text: string): SlackBlock {
  return { type: 'section', text: verbatim(text) };
}

function verbatim(text: string): SlackText {
  return { type: 'mrkdwn', text, verbatim: true };
}
