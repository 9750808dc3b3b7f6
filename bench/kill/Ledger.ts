/** What was sent and what the server promised to keep, by the items' own names. */
export class Ledger {
  readonly #acknowledged = new Set<string>();
  #sent = 0;
  #retries = 0;

  /** Names for the next `count` items; no two are ever the same. */
  next(count: number): string[] {
    return Array.from({ length: count }, () => `item-${this.#sent++}`);
  }

  acknowledge(names: readonly string[]): void {
    names.forEach((name) => this.#acknowledged.add(name));
  }

  retried(): void {
    this.#retries += 1;
  }

  /** Compares with what the database has: how often it holds each name. */
  compare(found: ReadonlyMap<string, number>): LedgerResult {
    const lost = [...this.#acknowledged].filter((name) => !found.has(name)).length;
    const twice = [...found.values()].filter((count) => count > 1).length;
    return {
      sent: this.#sent,
      retries: this.#retries,
      acknowledged: this.#acknowledged.size,
      found: found.size,
      lost,
      twice,
    };
  }
}

export interface LedgerResult {
  sent: number;
  /** Requests that were not answered, or refused for now, and sent again as they were. */
  retries: number;
  acknowledged: number;
  found: number;
  lost: number;
  twice: number;
}
