import type { ClaimedDelivery, DeliveryQueue } from '../domain/alerting/deliveries/DeliveryQueue';
import { longestWish, nextStep } from '../domain/alerting/deliveries/nextStep';
import { sendThrough, type Senders, type SendResult } from '../domain/alerting/deliveries/Sender';
import type { Bell } from '../lib/Bell';
import type { Clock } from '../lib/Clock';
import { second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import type { RepeatedJob } from './repeat';

/**
 * Deliveries that a process sends at a time, and to one channel: a dead one must not take all places. What a provider has
 * taken and nobody has noted yet arrives twice when the process is killed: the fewer at a time, the fewer those are.
 */
const mostAtOnce = 16;
const mostOfChannel = 2;
/** How long one attempt may take. Below the lease, so that nobody sends a second time what is still under way. */
export const attemptMs = 15 * second;

export interface DeliveryParts {
  queue: DeliveryQueue;
  senders: Senders;
  clock: Clock;
  logger: Logger;
  /** Rung when there may be something new. */
  bell: Bell;
  /** From 0 to below 1. */
  random: () => number;
  /** Told of each attempt. */
  noteAttempt(channelKind: string, outcome: SendResult['outcome'] | 'given up'): void;
}

/** Sends what waits in the queue; any number of processes do. */
export class DeliveryJob implements RepeatedJob {
  readonly name = 'deliveries';
  readonly everyMs = second;
  readonly retryMs = second;
  readonly bell: Bell;
  readonly #parts: DeliveryParts;
  readonly #underWay = new Map<string, { channelId: string | null; done: Promise<void> }>();

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    this.bell = parts.bell;
  }

  /** Takes on what is due, until there is nothing more or all places are taken. Does not wait for the sending itself. */
  act = async (): Promise<number> => {
    for (;;) {
      const room = mostAtOnce - this.#underWay.size;
      if (room <= 0) {
        return 0;
      }
      const limits = { limit: room, perChannel: mostOfChannel, busyChannels: this.#busyChannels() };
      const claimed = await this.#parts.queue.claim(this.#parts.clock.now(), limits);
      for (const delivery of claimed) {
        this.#begin(delivery);
      }
      if (claimed.length === 0) {
        return 0;
      }
    }
  };

  /** Waits for what is under way: what is cut short may arrive twice. */
  async drain(): Promise<void> {
    await Promise.all([...this.#underWay.values()].map(({ done }) => done));
  }

  #begin(delivery: ClaimedDelivery): void {
    const done = this.#attempt(delivery)
      .catch((error: unknown) => {
        // The lease ends by itself, and another attempt is made: one delivery must not cost the others theirs.
        this.#parts.logger.error('a delivery could not be attempted', error, { delivery: delivery.id });
      })
      .finally(() => {
        this.#underWay.delete(delivery.id);
        this.bell.ring();
      });
    this.#underWay.set(delivery.id, { channelId: delivery.channelId, done });
  }

  async #attempt(delivery: ClaimedDelivery): Promise<void> {
    const { queue, clock, random, noteAttempt } = this.#parts;
    const result = await this.#send(delivery);
    const now = clock.now();
    const step = nextStep(result, delivery, now, random);
    await queue.finish(delivery, result.outcome, step, now);
    const kind = 'problem' in delivery.channel ? 'none' : delivery.channel.kind;
    const isGivenUp = step.status === 'failed' && result.outcome !== 'refused';
    noteAttempt(kind, isGivenUp ? 'given up' : result.outcome);
    if (result.outcome === 'retry' && result.retryAfterMs !== undefined && delivery.channelId !== null) {
      // For as long as the provider asks: the pause of this one delivery is not that of the others.
      await queue.holdChannel(delivery.channelId, now + Math.min(result.retryAfterMs, longestWish));
    }
  }

  async #send(delivery: ClaimedDelivery): Promise<SendResult> {
    const { channel } = delivery;
    if ('problem' in channel) {
      return { outcome: 'refused', answer: channel.problem };
    }
    try {
      return await sendThrough(this.#parts.senders, delivery, channel, AbortSignal.timeout(attemptMs));
    } catch (error) {
      // A fault of ours: somebody must read the log, and the message must not be lost.
      this.#parts.logger.error('a sender failed unexpectedly', error, { delivery: delivery.id });
      return { outcome: 'unknown', answer: 'The server failed while it sent this; its log says why' };
    }
  }

  #busyChannels(): string[] {
    const counts = new Map<string, number>();
    for (const { channelId } of this.#underWay.values()) {
      if (channelId !== null) {
        counts.set(channelId, (counts.get(channelId) ?? 0) + 1);
      }
    }
    return [...counts].filter(([, count]) => count >= mostOfChannel).map(([id]) => id);
  }
}
