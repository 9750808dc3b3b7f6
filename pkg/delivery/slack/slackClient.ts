import { LogLevel, WebClient } from '@slack/web-api';
import type { SlackBotSettings } from '../../../src/contract/alerting/channelSettings';
import type { AddressGuard } from '../../lib/outbound/AddressGuard';
import { requestOutbound } from '../../lib/outbound/requestOutbound';

/** Bytes of an answer: 200 messages of a channel. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Slack's client for one attempt. It neither retries nor waits, for deliveries do that; it logs nothing, for its lines
 * would hold messages; and it goes nowhere that the guard refuses.
 */
export function slackClient(
  { bot_token, api_url }: SlackBotSettings,
  guard: AddressGuard,
  signal: AbortSignal
): WebClient {
  return new WebClient(bot_token, {
    ...(api_url !== undefined && { slackApiUrl: api_url }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: silent,
    fetch: async (url, { headers = {}, body } = {}) => {
      const answer = await requestOutbound(
        {
          method: 'POST',
          url: new URL(String(url)),
          headers: Object.fromEntries(new Headers(headers).entries()),
          ...(body !== undefined && body !== null && { body: String(body) }),
          mostBytes,
        },
        { guard, signal }
      ).catch((cause: unknown) => {
        // Slack's client keeps no more than the text of an error that it does not know.
        throw new Error('The request got no answer', { cause });
      });
      return new Response(new Uint8Array(answer.body), {
        status: answer.status,
        headers: plainHeaders(answer.headers),
      });
    },
  });
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  );
}

const nothing = (): void => undefined;
const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
