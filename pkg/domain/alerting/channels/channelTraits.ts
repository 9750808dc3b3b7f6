import type { ChannelKind } from '../../../../src/contract/alerting/channelSettings';

/** What a channel can do with messages. */
export interface ChannelTraits {
  /** It changes its first message through the life of what that tells of, and has a thread below it. */
  editsMessages: boolean;
  /** It is told of what people do: who gets only messages would be disturbed by it. */
  wantsActs: boolean;
}

export function channelTraits(kind: ChannelKind, storedSecrets: readonly string[]): ChannelTraits {
  const editsMessages = kind === 'slack' && storedSecrets.includes('bot_token');
  return { editsMessages, wantsActs: editsMessages || kind === 'webhook' };
}
