import { textAt, type JsonObject } from '../JsonObject';
import type { SenderClues } from '../intake/ItemSender';

const personal = ['user.id', 'user.email', 'user.name', 'user.ip_address', 'client.address'] as const;

/** Reads the sender out of the attributes of a log, span or metric, and takes the person out of them. */
export function signsOfAttributes(attributes: JsonObject): SenderClues {
  const known = new Map<string, string>();
  for (const key of personal) {
    const value = attributes[key];
    if (value !== undefined) {
      attributes[key] = undefined;
    }
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
      known.set(key, String(value));
    }
  }
  return {
    externalId: known.get('user.id') ?? known.get('user.name') ?? known.get('user.email'),
    email: known.get('user.email'),
    name: known.get('user.name'),
    literals: [...known.values()],
    sessionId: attributes['session.id'],
    url: textAt(attributes, 'url.full') ?? textAt(attributes, 'http.url') ?? textAt(attributes, 'url'),
    environment: textAt(attributes, 'sentry.environment'),
    release: textAt(attributes, 'sentry.release'),
    userAgent: textAt(attributes, 'user_agent.original'),
    device: {
      browser: textAt(attributes, 'browser.name') ?? textAt(attributes, 'sentry.browser.name'),
      browser_version: textAt(attributes, 'browser.version') ?? textAt(attributes, 'sentry.browser.version'),
      sdk_name: textAt(attributes, 'sentry.sdk.name'),
      sdk_version: textAt(attributes, 'sentry.sdk.version'),
    },
  };
}
