import type { ChannelKind } from '../../../contract/alerting/channelSettings';
import type { CreateNotificationChannel, NotificationChannel } from '../../../contract/resources/notificationChannels';

/** Kinds as a person chooses them: Slack has two. */
export const channelForms = ['email', 'slack_bot', 'slack_webhook', 'webhook'] as const;
export type ChannelFormKind = (typeof channelForms)[number];

export const channelTexts: Record<ChannelFormKind, { label: string; description: string }> = {
  email: { label: 'Email', description: 'One message for each step, shown as one conversation' },
  slack_bot: {
    label: 'Slack bot',
    description: 'One message that is edited through the life of an alert, comments in its thread',
  },
  slack_webhook: { label: 'Slack incoming webhook', description: 'The simple form: messages are posted, never edited' },
  webhook: { label: 'Webhook', description: 'JSON to an address of yours, signed if you give a secret' },
};

/** A channel as it is edited. A secret that is empty stays as it is; `null` removes it. */
export interface ChannelForm {
  kind: ChannelFormKind;
  name: string;
  /** One address a line. */
  to: string;
  webhook_url: string;
  bot_token: string;
  channel: string;
  url: string;
  secret: string | null;
  /** Of forms that post a message for each step. */
  tell_acknowledgements: boolean;
}

export const newChannelForm: ChannelForm = {
  kind: 'email',
  name: '',
  to: '',
  webhook_url: '',
  bot_token: '',
  channel: '',
  url: '',
  secret: '',
  tell_acknowledgements: true,
};

/** Which form a stored channel has. */
export function formKindOf({
  kind,
  settings,
  stored_secrets,
}: Pick<NotificationChannel, 'kind' | 'settings' | 'stored_secrets'>): ChannelFormKind {
  if (kind !== 'slack') {
    return kind;
  }
  return stored_secrets.includes('webhook_url') && settings.channel === undefined ? 'slack_webhook' : 'slack_bot';
}

export function formOfChannel(channel: NotificationChannel): ChannelForm {
  const { settings } = channel;
  const text = (name: string) => (typeof settings[name] === 'string' ? settings[name] : '');
  return {
    ...newChannelForm,
    kind: formKindOf(channel),
    name: channel.name,
    to: Array.isArray(settings.to) ? settings.to.join('\n') : '',
    channel: text('channel'),
    url: text('url'),
    tell_acknowledgements: settings.tell_acknowledgements !== false,
  };
}

/** What is sent of a form; secrets only where one was typed. */
export function channelOfForm(form: ChannelForm): CreateNotificationChannel {
  return { name: form.name.trim(), kind: kindOf(form.kind), settings: settingsOf(form) };
}

function kindOf(kind: ChannelFormKind): ChannelKind {
  return kind === 'slack_bot' || kind === 'slack_webhook' ? 'slack' : kind;
}

function settingsOf(form: ChannelForm): Record<string, unknown> {
  const typed = (name: 'webhook_url' | 'bot_token') => (form[name].trim() === '' ? {} : { [name]: form[name].trim() });
  const quiet = form.tell_acknowledgements ? {} : { tell_acknowledgements: false };
  switch (form.kind) {
    case 'email':
      return { to: addressesOf(form.to), ...quiet };
    case 'slack_bot':
      return { channel: form.channel.trim(), ...typed('bot_token') };
    case 'slack_webhook':
      return { ...typed('webhook_url'), ...quiet };
    case 'webhook':
      return {
        url: form.url.trim(),
        ...(form.secret === null ? { secret: null } : form.secret === '' ? {} : { secret: form.secret }),
      };
  }
}

function addressesOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((address) => address.trim())
    .filter(Boolean);
}

/** What is missing or wrong, by field. `stored` are the secrets that the server has. */
export function problemsOfChannel(
  form: ChannelForm,
  stored: readonly string[]
): Partial<Record<keyof ChannelForm, string>> {
  const problems: Partial<Record<keyof ChannelForm, string>> = {};
  if (form.name.trim() === '') {
    problems.name = 'Give the channel a name: rules refer to it.';
  }
  const isMissing = (name: 'webhook_url' | 'bot_token') => form[name].trim() === '' && !stored.includes(name);
  switch (form.kind) {
    case 'email': {
      const addresses = addressesOf(form.to);
      const wrong = addresses.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
      if (addresses.length === 0) {
        problems.to = 'Name at least one address.';
      } else if (wrong !== undefined) {
        problems.to = `${wrong} is no address.`;
      }
      break;
    }
    case 'slack_bot':
      if (isMissing('bot_token')) {
        problems.bot_token = 'Paste the bot token of your Slack app.';
      }
      if (form.channel.trim() === '') {
        problems.channel = 'Name the Slack channel, as #on-call.';
      }
      break;
    case 'slack_webhook':
      if (isMissing('webhook_url')) {
        problems.webhook_url = 'Paste the address that Slack gave you.';
      }
      break;
    case 'webhook':
      if (!/^https?:\/\/\S+$/.test(form.url.trim())) {
        problems.url = 'An address that begins with https:// or http://.';
      }
      if (form.secret !== null && form.secret !== '' && form.secret.length < 8) {
        problems.secret = 'At least 8 characters.';
      }
  }
  return problems;
}
