import {
  headlineOf,
  leftOut,
  measuredOf,
  mostLines,
  standingOf,
  summaryOf,
} from '../../domain/alerting/messages/describeMessage';
import type { InstanceLinks } from '../../domain/alerting/messages/InstanceLinks';
import type { NoticeInstance, NoticeMessage } from '../../domain/alerting/messages/NoticeMessage';
import { escapeHtml } from '../../lib/escapeHtml';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/**
 * A message as mail. The subject stays that of the opening, since some mail clients make a conversation of nothing else;
 * what happened is the first line, which their lists show too.
 */
export function renderMail(message: NoticeMessage, links: InstanceLinks): MailText {
  const shown = message.instances.slice(0, mostLines);
  const more = leftOut(message.count);
  const rule = message.rule.id === null ? undefined : links.rule(message.rule.id);
  const footer = `${message.rule.severity} · rule ${message.rule.name}`;
  const subject = message.references.length > 0 ? `Re: ${message.topic}` : message.topic;
  const text = [
    summaryOf(message),
    '',
    ...shown.flatMap((instance) => [...linesOf(instance), links.instance(instance.id) ?? '', '']),
    ...(more > 0 ? [`and ${more} more`, ''] : []),
    ...(message.comment === null ? [] : [`${message.actor ?? 'Somebody'}: ${message.comment}`, '']),
    footer,
    ...(rule === undefined ? [] : [rule]),
  ].join('\n');
  const items = shown.map((instance) => itemOf(instance, links.instance(instance.id))).join('');
  const html = `<!doctype html><html><body style="font-family:sans-serif;color:#24292e;background:#fff">
<h2 style="margin:0 0 12px">${escapeHtml(headlineOf(message))}</h2>
${items}${more > 0 ? `<p>and ${more} more</p>` : ''}${
    message.comment === null ? '' : `<blockquote>${escapeHtml(message.comment)}</blockquote>`
  }
<p style="color:#6e7781;font-size:12px">${link(rule, footer)}</p></body></html>`;
  return { subject, text, html };
}

function linesOf(instance: NoticeInstance): string[] {
  const { title, message } = instance;
  return [title, `  ${standingOf(instance)}${measured(instance)}`, ...(message === '' ? [] : [`  ${message}`])];
}

function itemOf(instance: NoticeInstance, address: string | undefined): string {
  const { title, message } = instance;
  const body = message === '' ? '' : `<br>${escapeHtml(message)}`;
  return `<p style="margin:0 0 12px"><strong>${link(address, title)}</strong><br>${escapeHtml(
    `${standingOf(instance)}${measured(instance)}`
  )}${body}</p>\n`;
}

function measured(instance: NoticeInstance): string {
  const text = measuredOf(instance);
  return text === undefined ? '' : `, at ${text}`;
}

function link(address: string | undefined, label: string): string {
  return address === undefined ? escapeHtml(label) : `<a href="${escapeHtml(address)}">${escapeHtml(label)}</a>`;
}
