import type { ChannelSettings } from '../channels/readSettings';
import type { Outgoing, Receipt, SendResult } from './Sender';

/** A delivery that this process has taken on for a short while. */
export interface ClaimedDelivery extends Outgoing {
  channelId: string | null;
  channelName: string;
  /** Counts from 1. */
  attempt: number;
  /** Epoch milliseconds after which nobody tries any more. */
  givesUpAt: number;
  /** Where it goes; where it cannot go anywhere, why. */
  channel: ChannelSettings | { problem: string };
}

/** How a delivery goes on after an attempt. */
export interface DeliveryStep {
  status: 'sent' | 'failed' | 'waiting';
  /** Epoch milliseconds; only where it waits. */
  nextAttemptAt?: number;
  answer: string;
  receipt?: Receipt;
}

/** Deliveries that are not done. */
export interface Backlog {
  waiting: number;
  /** Age of the oldest; 0 where nothing waits. */
  oldestMs: number;
}

/** Deliveries that wait to be sent. Any number of processes take them on. Throws StoreAway. */
export interface DeliveryQueue {
  /**
   * Takes on deliveries that are due, at most `limit` and of each channel at most `perChannel`, none of `busyChannels`.
   * Those of one conversation go one after the other. What a process that is gone had taken on comes back after the lease.
   */
  claim(
    now: number,
    limits: { limit: number; perChannel: number; busyChannels: readonly string[] }
  ): Promise<ClaimedDelivery[]>;
  /** Keeps what became of an attempt. Where another process took the delivery on meanwhile, only the attempt is kept. */
  finish(
    delivery: Pick<ClaimedDelivery, 'id' | 'orgId' | 'attempt' | 'channelId'>,
    outcome: SendResult['outcome'],
    step: DeliveryStep,
    now: number
  ): Promise<void>;
  /** Nobody sends to a channel before `until`, epoch milliseconds. */
  holdChannel(channelId: string, until: number): Promise<void>;
  /** How much waits. */
  backlog(now: number): Promise<Backlog>;
  /** Deletes what was begun before an instant, epoch milliseconds, and is done. Answers how many deliveries. */
  trim(before: number): Promise<number>;
}
