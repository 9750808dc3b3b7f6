import type { Ledger } from './Ledger';

const itemsInBatch = 20;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Clients that send batch after batch, and what was not answered again as it is, like a client with a queue does. */
export class Traffic {
  readonly #running = new AbortController();
  readonly #sending: Promise<unknown>;
  readonly #ledger: Ledger;
  /** Answers by status; 0 where none came. */
  readonly answers = new Map<number, number>();
  /** Refusals that did not say when to come again. */
  withoutRetryAfter = 0;
  /** Milliseconds on `performance.now()` at which a batch was last promised to be kept. */
  lastAccepted = performance.now();
  /** The longest time in milliseconds between two such promises. */
  longestSilence = 0;

  /** Sends to the addresses in turn, so that what one did not answer is sent to the next. */
  constructor(ledger: Ledger, urls: readonly string[], senders = 8) {
    this.#ledger = ledger;
    this.#sending = Promise.all(Array.from({ length: senders }, (_, sender) => this.#send(urls, sender)));
  }

  /** Ends when what is under way was accepted. */
  async stop(): Promise<void> {
    this.#running.abort();
    await this.#sending;
  }

  async #send(urls: readonly string[], sender: number): Promise<void> {
    let turn = sender;
    while (!this.#running.signal.aborted) {
      const names = this.#ledger.next(itemsInBatch);
      const timestamp = new Date().toISOString();
      const items = names.map((event_name) => ({ type: 'event', event_type: 'kill_test', event_name, timestamp }));
      const body = JSON.stringify({ items });
      while (!(await this.#accepted(urls[turn++ % urls.length] ?? '', body))) {
        this.#ledger.retried();
        await sleep(50);
      }
      const now = performance.now();
      this.longestSilence = Math.max(this.longestSilence, now - this.lastAccepted);
      this.lastAccepted = now;
      this.#ledger.acknowledge(names);
    }
  }

  async #accepted(url: string, body: string): Promise<boolean> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(15_000),
    }).catch(() => undefined);
    const status = response?.status ?? 0;
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    this.withoutRetryAfter += (status === 503 || status === 429) && !response?.headers.has('retry-after') ? 1 : 0;
    const answer = response?.ok ? ((await response.json().catch(() => undefined)) as { accepted?: number }) : undefined;
    return answer?.accepted === itemsInBatch;
  }
}
