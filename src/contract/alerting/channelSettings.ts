import { Type, type Static } from 'typebox';

/** Where a notification can go. */
export const channelKinds = ['email', 'slack', 'webhook'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Parts of settings that are sealed when they come in and never sent back. */
export const channelSecrets = {
  email: [],
  slack: ['webhook_url', 'bot_token'],
  webhook: ['secret'],
} as const satisfies Record<ChannelKind, readonly string[]>;

const strict = { additionalProperties: false };
/** No line breaks and no other control characters: it ends up in headers. */
const oneLine = '^[^\\u0000-\\u001f\\u007f]+$';
const Url = Type.String({ pattern: '^https?://', maxLength: 2048 });

/** Whether those who were told of the firing hear who acknowledges it, or takes that back. Unless given: yes. */
const acknowledgements = { tell_acknowledgements: Type.Optional(Type.Boolean()) };

export const EmailSettings = Type.Object(
  {
    /** Plain addresses, such as `oncall@shop.example`. */
    to: Type.Array(Type.String({ format: 'email', pattern: oneLine, maxLength: 254 }), { minItems: 1, maxItems: 50 }),
    ...acknowledgements,
  },
  strict
);
export type EmailSettings = Static<typeof EmailSettings>;

/** The simple form: messages are posted and never changed. */
export const SlackWebhookSettings = Type.Object({ webhook_url: Url, ...acknowledgements }, strict);
export type SlackWebhookSettings = Static<typeof SlackWebhookSettings>;

/** The full form: one message that is edited through the life of an instance, comments in its thread. */
export const SlackBotSettings = Type.Object(
  {
    bot_token: Type.String({ pattern: '^[!-~]+$', minLength: 10, maxLength: 255 }),
    /** `#name` or the id of a channel. */
    channel: Type.String({ minLength: 1, maxLength: 100, pattern: oneLine }),
    /** For proxies and tests; `https://slack.com/api/` unless given. */
    api_url: Type.Optional(Url),
  },
  strict
);
export type SlackBotSettings = Static<typeof SlackBotSettings>;

export const WebhookSettings = Type.Object(
  {
    url: Url,
    /** Signs every request. */
    secret: Type.Optional(Type.String({ minLength: 8, maxLength: 255 })),
  },
  strict
);
export type WebhookSettings = Static<typeof WebhookSettings>;
