import type { FastifyRequest } from 'fastify';
import { defaultRateLimit } from '../../../../src/contract/resources/apps';
import type { Clock } from '../../../lib/Clock';
import { HttpProblem } from '../../errors/HttpProblem';
import { clientAddress, limitName } from './clientAddress';
import { TokenBuckets } from './TokenBuckets';

/** Limits how often one address may come to routes that ask for no key. */
export class AddressLimit {
  readonly #buckets = new TokenBuckets();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws 429. */
  admit({ ip }: Pick<FastifyRequest, 'ip'>): void {
    const wait = this.#buckets.take(limitName(clientAddress(ip)), defaultRateLimit, this.#clock.now());
    if (wait > 0) {
      throw new HttpProblem(429, 'rate_limited', 'Too many requests: come again later', {
        'retry-after': String(Math.max(1, Math.ceil(wait / 1000))),
      });
    }
  }
}
