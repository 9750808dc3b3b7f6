import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { SendResult } from '../../domain/alerting/deliveries/Sender';
import { judgeFailure } from '../http/judgeFailure';

/** Errors of Slack's own that pass. */
const passing = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
];

/** What to do about the errors that people meet. */
const hints: Readonly<Record<string, string>> = {
  channel_not_found: 'there is no such channel, or it is private and the app is not in it',
  not_in_channel: 'invite the app into the channel: /invite @its-name',
  is_archived: 'the channel is archived',
  invalid_auth: 'the bot token is not valid',
  not_authed: 'the bot token is missing',
  token_revoked: 'the bot token was revoked: make a new one',
  token_expired: 'the bot token has expired: make a new one',
  account_inactive: 'the app was removed from the workspace',
  missing_scope: 'the app needs the scope chat:write',
  restricted_action: 'the workspace does not let the app post there',
};

/** The word by which Slack refuses a call; undefined where it is another kind of failure. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** What a call to Slack came to that failed. */
export function judgeSlackFailure(error: unknown, signal: AbortSignal): SendResult {
  if (error instanceof WebAPIRateLimitedError) {
    return { outcome: 'retry', answer: 'ratelimited', retryAfterMs: error.retryAfter * 1000 };
  }
  const word = slackErrorOf(error);
  if (word !== undefined) {
    const hint = Object.hasOwn(hints, word) ? `: ${hints[word]}` : '';
    return { outcome: passing.includes(word) ? 'retry' : 'refused', answer: `${word}${hint}` };
  }
  if (error instanceof WebAPIHTTPError) {
    const { statusCode: status } = error;
    return { outcome: status >= 500 || status === 429 ? 'retry' : 'refused', answer: `Slack answered ${status}` };
  }
  return judgeFailure(error instanceof WebAPIRequestError ? (error.original.cause ?? error.original) : error, signal);
}
