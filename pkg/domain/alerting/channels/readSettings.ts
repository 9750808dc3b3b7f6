import type { Static, TSchema } from 'typebox';
import {
  channelSecrets,
  EmailSettings,
  SlackBotSettings,
  SlackWebhookSettings,
  WebhookSettings,
  type ChannelKind,
} from '../../../../src/contract/alerting/channelSettings';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { ChannelProblem } from './ChannelProblem';

/** Settings of a channel, told apart by `kind`; Slack's two forms are two kinds of sender. */
export type ChannelSettings =
  | { kind: 'email'; settings: EmailSettings }
  | { kind: 'slack bot'; settings: SlackBotSettings }
  | { kind: 'slack webhook'; settings: SlackWebhookSettings }
  | { kind: 'webhook'; settings: WebhookSettings };

export type AnySettings = Readonly<Record<string, unknown>>;

const reader = <S extends TSchema>(schema: S): ((settings: unknown) => Static<S>) =>
  shapeReader(schema, 'settings', (field, complaint) => new ChannelProblem(field, complaint));

const readEmail = reader(EmailSettings);
const readBot = reader(SlackBotSettings);
const readSlackWebhook = reader(SlackWebhookSettings);
const readWebhook = reader(WebhookSettings);

/** The settings of a channel, secrets included. Throws ChannelProblem, which names the part that is wrong. */
export function readSettings(kind: ChannelKind, settings: AnySettings): ChannelSettings {
  switch (kind) {
    case 'email':
      return { kind, settings: readEmail(settings) };
    case 'slack':
      if ('bot_token' in settings || 'channel' in settings) {
        const bot = readBot(settings);
        checkAddress('api_url', bot.api_url);
        return { kind: 'slack bot', settings: bot };
      }
      const simple = readSlackWebhook(settings);
      checkAddress('webhook_url', simple.webhook_url);
      return { kind: 'slack webhook', settings: simple };
    case 'webhook':
      const webhook = readWebhook(settings);
      checkAddress('url', webhook.url);
      return { kind, settings: webhook };
  }
}

/** What of some settings may be shown, and what must be sealed. */
export function splitSecrets(kind: ChannelKind, settings: AnySettings): { shown: AnySettings; secrets: AnySettings } {
  const isSecret = ([name]: [string, unknown]): boolean => channelSecrets[kind].some((secret) => secret === name);
  const entries = Object.entries(settings);
  return {
    shown: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secrets: Object.fromEntries(entries.filter(isSecret)),
  };
}

/**
 * New settings with the secrets that they leave out: those of the same form stay, `null` removes one. A token is never
 * taken to another address without being named again: whoever may change the address need not know it.
 */
export function withStoredSecrets(kind: ChannelKind, given: AnySettings, before: AnySettings): AnySettings {
  const { secrets } = splitSecrets(kind, before);
  const otherForm = 'webhook_url' in given ? ['bot_token'] : 'channel' in given ? ['webhook_url'] : [];
  const moved = given.api_url === before.api_url ? [] : ['bot_token'];
  const stay = Object.entries(secrets).filter(([name]) => ![...otherForm, ...moved].includes(name));
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(stay), ...given }).filter(([, value]) => value !== null)
  );
}

function checkAddress(field: string, address: string | undefined): void {
  if (address === undefined) {
    return;
  }
  if (!URL.canParse(address)) {
    throw new ChannelProblem(`settings.${field}`, 'is not an address: write it as https://host[:port]/path');
  }
  const { username, password } = new URL(address);
  if (username !== '' || password !== '') {
    throw new ChannelProblem(`settings.${field}`, 'must not hold a user or password: they would be shown and logged');
  }
}
