import type { Socket } from 'node:net';
import type { ProbePhase } from '../../src/contract/health/words';

/** Times the phases of one probe. Several connections of one probe, as redirects need them, add up. */
export class Stopwatch {
  readonly #monotonic: () => number;
  readonly #begin: number;
  #last: number;
  readonly phases: Partial<Record<ProbePhase, number>> = {};

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
    this.#begin = monotonic();
    this.#last = this.#begin;
  }

  /** A phase ends now; it began when the one before ended. */
  ended(phase: ProbePhase): void {
    const now = this.#monotonic();
    this.phases[phase] = rounded((this.phases[phase] ?? 0) + now - this.#last);
    this.#last = now;
  }

  /** What passed since the last phase belongs to none. */
  skip(): void {
    this.#last = this.#monotonic();
  }

  /** Milliseconds since the beginning. */
  get elapsed(): number {
    return rounded(this.#monotonic() - this.#begin);
  }

  /** Times the phases of a connection as it is made. */
  watch(socket: Socket): Socket {
    this.skip();
    return socket
      .once('lookup', () => this.ended('dns'))
      .once('connect', () => this.ended('connect'))
      .once('secureConnect', () => this.ended('tls'));
  }
}

/** Microseconds are all that a timer of this kind is good for. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
