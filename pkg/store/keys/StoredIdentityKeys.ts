import { randomBytes } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { IdentityKeys } from '../../domain/ingest/IdentityKeys';
import { LimitedMap } from '../../lib/LimitedMap';
import { OperatorError } from '../../lib/OperatorError';
import { inTransaction, speakFor } from '../connections/withOrganisation';
import { isoDay } from '../partitions/daysAhead';
import { CannotOpen, open, seal } from '../secrets/seal';

const organisationKeyLength = 32;
const saltLength = 16;

/** Secrets made on first use, kept wrapped by the master key, the same in every process. Throws StoreAway. */
export class StoredIdentityKeys implements IdentityKeys {
  readonly #pool: Pool;
  readonly #masterKey: Buffer;
  readonly #organisationKeys = new LimitedMap<number, Promise<Buffer>>(10_000);
  /** Today and yesterday, no more: an older salt is destroyed in the database and must not live on here. */
  readonly #salts = new LimitedMap<string, Promise<Buffer>>(2);

  constructor(pool: Pool, masterKey: Buffer) {
    this.#pool = pool;
    this.#masterKey = masterKey;
  }

  organisationKey(orgId: number): Promise<Buffer> {
    return remembered(this.#organisationKeys, orgId, () =>
      this.#stored({
        purpose: `organisation ${orgId} key`,
        length: organisationKeyLength,
        prepare: (client) => speakFor(client, { orgId }),
        insert: 'insert into organisation_keys (org_id, wrapped_key) values ($1, $2) on conflict (org_id) do nothing',
        select: 'select wrapped_key as wrapped from organisation_keys where org_id = $1',
        key: orgId,
      })
    );
  }

  dailySalt(now: number): Promise<Buffer> {
    const day = isoDay(now);
    return remembered(this.#salts, day, () =>
      this.#stored({
        purpose: `salt ${day}`,
        length: saltLength,
        prepare: () => Promise.resolve(),
        insert: 'insert into daily_salts (day, wrapped_salt) values ($1, $2) on conflict (day) do nothing',
        select: 'select wrapped_salt as wrapped from daily_salts where day = $1',
        key: day,
      })
    );
  }

  async #stored(secret: StoredSecret): Promise<Buffer> {
    const wrapped = await inTransaction(this.#pool, async (client) => {
      await secret.prepare(client);
      const before = await client.query<{ wrapped: Buffer }>(secret.select, [secret.key]);
      if (before.rows[0] !== undefined) {
        return before.rows[0].wrapped;
      }
      await client.query(secret.insert, [
        secret.key,
        seal(this.#masterKey, randomBytes(secret.length), secret.purpose),
      ]);
      // Whoever came first has decided.
      const after = await client.query<{ wrapped: Buffer }>(secret.select, [secret.key]);
      return after.rows[0]?.wrapped;
    });
    try {
      return open(this.#masterKey, wrapped ?? Buffer.alloc(0), secret.purpose);
    } catch (cause) {
      if (cause instanceof CannotOpen) {
        throw new OperatorError(
          'The encryption key does not fit this database. Set SEAMARK_ENCRYPTION_KEY to the key it was first used with.',
          { cause }
        );
      }
      throw cause;
    }
  }
}

interface StoredSecret {
  purpose: string;
  length: number;
  prepare: (client: PoolClient) => Promise<void>;
  insert: string;
  select: string;
  key: number | string;
}

function remembered<K>(cache: LimitedMap<K, Promise<Buffer>>, key: K, load: () => Promise<Buffer>): Promise<Buffer> {
  const before = cache.get(key);
  if (before !== undefined) {
    return before;
  }
  const loading = load();
  cache.set(key, loading);
  loading.catch(() => cache.delete(key));
  return loading;
}
