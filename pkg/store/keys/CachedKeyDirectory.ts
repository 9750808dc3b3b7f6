import type { Pool } from 'pg';
import type { KeyDirectory, KeyedApp } from '../../domain/ingest/KeyedApp';
import { StoreAway } from '../../domain/ingest/RowWriter';
import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import { LimitedMap } from '../../lib/LimitedMap';
import { findKeyedApp } from './findKeyedApp';

interface Entry {
  app: KeyedApp | undefined;
  loadedAt: number;
}

/** How long an answer counts: a revoked key lives on for no longer. */
const lifetimeMs = 5 * second;
/** Older answers are renewed while they are still given out, so that a key in use never waits for the database. */
const renewAfterMs = 2.5 * second;
/** Made-up keys must not fill the memory, nor the pool with look-ups. */
const mostKeys = 10_000;
const mostLookups = 64;

/** Keys from memory where they are fresh, else from the database; each is asked for once at a time. */
export class CachedKeyDirectory implements KeyDirectory {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #entries = new LimitedMap<string, Entry>(mostKeys);
  readonly #lookups = new Map<string, Promise<KeyedApp | undefined>>();

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  async find(key: string): Promise<KeyedApp | undefined> {
    if (!/^[0-9a-f]{32}$/.test(key)) {
      return undefined;
    }
    const entry = this.#entries.get(key);
    const age = entry === undefined ? Infinity : this.#clock.now() - entry.loadedAt;
    // From the future: the clock was set back, and the answer would count for as long as that.
    if (entry === undefined || age >= lifetimeMs || age < 0) {
      return this.#load(key);
    }
    if (age >= renewAfterMs) {
      // Fails only while the database is away, and then the entry ends by itself.
      this.#load(key).catch(() => undefined);
    }
    return entry.app;
  }

  #load(key: string): Promise<KeyedApp | undefined> {
    const underWay = this.#lookups.get(key);
    if (underWay !== undefined) {
      return underWay;
    }
    if (this.#lookups.size >= mostLookups) {
      return Promise.reject(new StoreAway('Too many keys are being looked up', 1));
    }
    const lookup = this.#ask(key).finally(() => this.#lookups.delete(key));
    this.#lookups.set(key, lookup);
    return lookup;
  }

  async #ask(key: string): Promise<KeyedApp | undefined> {
    const loadedAt = this.#clock.now();
    const app = await findKeyedApp(this.#pool, key);
    this.#entries.set(key, { app, loadedAt });
    return app;
  }
}
