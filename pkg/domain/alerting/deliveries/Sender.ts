import type { ChannelSettings } from '../channels/readSettings';
import type { NoticeMessage } from '../messages/NoticeMessage';

/** What a provider calls a message, for changing it later. */
export type Receipt = Readonly<Record<string, string>>;

/** A message on its way to one channel. */
export interface Outgoing {
  /** Of the delivery: the same in every attempt, so that a receiver can tell a repetition. */
  id: string;
  orgId: number;
  message: NoticeMessage;
  /** The receipt of the message that began the conversation, where there is one. */
  root: Receipt | null;
  /** An earlier attempt may have arrived without anybody knowing. */
  mayHaveArrived: boolean;
  /** What the channel's provider called the latest message that it took; only where an earlier attempt may have arrived. */
  latest?: Receipt | null;
  /** When the first attempt began, epoch milliseconds. */
  firstAttemptAt: number;
}

/** What became of an attempt. `answer` is what the provider said, or why it could not be asked; it can be shown. */
export type SendResult =
  /** `receipt`: of a message that begins a conversation. */
  | { outcome: 'sent'; answer: string; receipt?: Receipt }
  /** It may work later; not before `retryAfterMs`, where the provider says so. */
  | { outcome: 'retry'; answer: string; retryAfterMs?: number }
  /** As `retry`, but the message may have arrived: the connection broke or fell silent after it was sent. */
  | { outcome: 'unknown'; answer: string }
  /** It will not work however often it is tried. */
  | { outcome: 'refused'; answer: string };

/** Sends to one kind of channel. Never throws for what a provider does; ends when `signal` says so. */
export interface Sender<Settings> {
  send(outgoing: Outgoing, settings: Settings, signal: AbortSignal): Promise<SendResult>;
}

/** A sender for each kind of channel. */
export type Senders = {
  readonly [K in ChannelSettings['kind']]: Sender<Extract<ChannelSettings, { kind: K }>['settings']>;
};

/** Sends through the one whose kind it is. */
export function sendThrough(
  senders: Senders,
  outgoing: Outgoing,
  channel: ChannelSettings,
  signal: AbortSignal
): Promise<SendResult> {
  switch (channel.kind) {
    case 'email':
      return senders.email.send(outgoing, channel.settings, signal);
    case 'slack bot':
      return senders['slack bot'].send(outgoing, channel.settings, signal);
    case 'slack webhook':
      return senders['slack webhook'].send(outgoing, channel.settings, signal);
    case 'webhook':
      return senders.webhook.send(outgoing, channel.settings, signal);
  }
}
