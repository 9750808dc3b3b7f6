import { createTransport } from 'nodemailer';
import type { EmailSettings } from '../../../src/contract/alerting/channelSettings';
import type { Outgoing, Sender } from '../../domain/alerting/deliveries/Sender';
import { oneLine } from '../../domain/alerting/messages/describeMessage';
import { second } from '../../lib/duration';
import type { MailSettings, SenderParts } from '../SenderParts';
import { judgeSmtpFailure } from './judgeSmtpFailure';
import { renderMail } from './renderMail';

/** Each below the time that an attempt has. */
const timeouts = {
  connectionTimeout: 10 * second,
  greetingTimeout: 10 * second,
  socketTimeout: 12 * second,
  dnsTimeout: 5 * second,
  socketCloseTimeout: 0,
};

/** Sends mail through the server that the operator has set. */
export function emailSender({ mail, links }: SenderParts): Sender<EmailSettings> {
  if (mail === undefined) {
    const answer = 'Email is not configured: set SEAMARK_SMTP_URL and SEAMARK_MAIL_FROM';
    return { send: () => Promise.resolve({ outcome: 'refused', answer }) };
  }
  return {
    send: async (outgoing, { to }, signal) => {
      const transport = createTransport({ url: mail.url, ...timeouts });
      const sending = transport.sendMail({ ...headersOf(outgoing, mail), to, ...renderMail(outgoing.message, links) });
      try {
        const { response, rejected } = await untilAborted(sending, signal);
        const missed = rejected.length === 0 ? '' : `; not taken for ${rejected.join(', ')}`;
        return { outcome: 'sent', answer: `${response}${missed}` };
      } catch (error) {
        return judgeSmtpFailure(error, signal);
      }
    },
  };
}

/**
 * What makes mail clients show one conversation, and keeps machines from answering: Message-ID, References (RFC 5322),
 * List-Id (RFC 2919), Auto-Submitted (RFC 3834).
 */
function headersOf({ id, message }: Outgoing, { from }: MailSettings) {
  const domain = /@([^\s<>@]+?)>?\s*$/.exec(from)?.[1] ?? 'seamark.invalid';
  const messageId = (delivery: string): string => `<${delivery}@${domain}>`;
  const last = message.references.at(-1);
  return {
    from,
    messageId: messageId(id),
    date: new Date(message.at),
    ...(last !== undefined && { inReplyTo: messageId(last), references: message.references.map(messageId) }),
    headers: {
      'List-Id': `<${message.rule.id ?? 'test'}.seamark.${domain}>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Seamark-Rule': oneLine(message.rule.name).replace(/[^\x20-\x7e]/g, '?'),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(new Error('There was no answer in time'));
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
    // Whatever comes of it now, nobody waits for it.
    promise.catch(() => undefined);
  }
}
