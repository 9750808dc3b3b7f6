import type { Clock } from './Clock';

/** Lets one part of a process wake another that waits. A ring while nobody waits is kept, so that none is missed. */
export class Bell {
  #hasRung = false;
  #wake: () => void = () => undefined;

  ring(): void {
    this.#hasRung = true;
    this.#wake();
  }

  /** Resolves when it rings, after `ms`, or when `signal` is aborted. One waits at a time. */
  async wait(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    const wake = (): void => woken.abort();
    this.#wake = wake;
    signal.addEventListener('abort', wake);
    if (!this.#hasRung && !signal.aborted) {
      await clock.sleep(ms, woken.signal);
    }
    signal.removeEventListener('abort', wake);
    this.#hasRung = false;
    this.#wake = () => undefined;
  }
}
