import type { ChannelKind } from '../../../../src/contract/alerting/channelSettings';

/** What of a channel decides what it is told. */
export interface ChannelForm {
  kind: ChannelKind;
  storedSecrets: readonly string[];
  /** Without secrets. */
  settings: Readonly<Record<string, unknown>>;
}

/** What a channel can do with messages. */
export interface ChannelTraits {
  /** It changes its first message through the life of what that tells of, and has a thread below it. */
  editsMessages: boolean;
  /**
   * What people do that it is told of: all of it where that disturbs nobody; who gets messages only hears, unless the channel
   * says otherwise, whether somebody has it.
   */
  acts: 'all' | 'acknowledgements' | 'none';
  /** Each message disturbs a person: what somebody does to many alerts at once is one message. */
  gathersDeeds: boolean;
}

export function channelTraits({ kind, storedSecrets, settings }: ChannelForm): ChannelTraits {
  const editsMessages = kind === 'slack' && storedSecrets.includes('bot_token');
  if (editsMessages || kind === 'webhook') {
    return { editsMessages, acts: 'all', gathersDeeds: false };
  }
  return {
    editsMessages,
    acts: settings.tell_acknowledgements === false ? 'none' : 'acknowledgements',
    gathersDeeds: true,
  };
}
