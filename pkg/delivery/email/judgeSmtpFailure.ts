import type { SendResult } from '../../domain/alerting/deliveries/Sender';
import { errorCode } from '../../lib/errorCode';
import { judgeFailure, messageOf } from '../http/judgeFailure';

/** What nodemailer says went wrong. */
interface SmtpFailure {
  code: string;
  /** The server's own answer. */
  response: string | undefined;
  responseCode: number | undefined;
  /** During which command. */
  command: string | undefined;
}

/**
 * What an attempt to send mail came to. A 4xx of the server passes and a 5xx is final (RFC 5321, section 4.2.1), unless it
 * is about who we are rather than about the message: then the operator may yet put it right.
 */
export function judgeSmtpFailure(error: unknown, signal: AbortSignal): SendResult {
  const { code, response, responseCode, command } = failureOf(error);
  if (responseCode !== undefined) {
    const answer = (response ?? String(responseCode)).replace(/\s+/g, ' ').slice(0, 500);
    const isAboutUs = code === 'EAUTH' || command === 'CONN' || command === 'EHLO' || command === 'HELO';
    return { outcome: responseCode >= 500 && !isAboutUs ? 'refused' : 'retry', answer };
  }
  if (code === 'EAUTH' || code === 'ETLS') {
    return { outcome: 'retry', answer: messageOf(error) };
  }
  // nodemailer does not say how far it had come.
  return code === 'ECONNECTION' && !signal.aborted
    ? { outcome: 'unknown', answer: 'The connection was lost before the server said that it had taken the message' }
    : judgeFailure(error, signal);
}

function failureOf(error: unknown): SmtpFailure {
  const property = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const responseCode = property('responseCode');
  return {
    code: errorCode(error) ?? '',
    response: text(property('response')),
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    command: text(property('command')),
  };
}
