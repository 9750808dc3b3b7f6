import type { SendResult } from '../../domain/alerting/deliveries/Sender';
import { AddressRefused } from '../../lib/outbound/AddressGuard';
import { errorCode } from '../../lib/errorCode';

/** Nothing was sent yet when these happen. */
const before: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The host name is not known',
  EAI_AGAIN: 'The host name could not be looked up',
  ECONNREFUSED: 'Nobody listens there: the connection was refused',
  EHOSTUNREACH: 'The host cannot be reached',
  ENETUNREACH: 'The network cannot be reached',
  ETIMEDOUT: 'The connection could not be made in time',
};

/** After these it may have arrived. */
const within: Readonly<Record<string, string>> = {
  ECONNRESET: 'The connection was dropped before there was an answer',
  EPIPE: 'The connection was dropped before there was an answer',
};

/** What an attempt came to that got no answer at all. */
export function judgeFailure(error: unknown, signal: AbortSignal): SendResult {
  if (error instanceof AddressRefused) {
    return { outcome: 'refused', answer: error.message };
  }
  if (signal.aborted) {
    return { outcome: 'unknown', answer: 'There was no answer in time' };
  }
  const code = errorCode(error) ?? '';
  if (Object.hasOwn(within, code)) {
    return { outcome: 'unknown', answer: within[code] ?? code };
  }
  return { outcome: 'retry', answer: before[code] ?? messageOf(error) };
}

/** Not by `instanceof`: errors of Node's own modules come from another realm in some surroundings. */
export function messageOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  return message === '' ? 'It failed for an unknown reason' : message.slice(0, 500);
}
