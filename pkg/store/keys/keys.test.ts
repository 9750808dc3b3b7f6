import { Pool } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import type { Clock } from '../../lib/Clock';
import { day } from '../../lib/duration';
import { OperatorError } from '../../lib/OperatorError';
import { StoredApps } from '../apps/StoredApps';
import { StoredRetention } from '../retention/StoredRetention';
import { adminOf } from '../testing/adminOf';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { CachedKeyDirectory } from './CachedKeyDirectory';
import { StoredIdentityKeys } from './StoredIdentityKeys';

const masterKey = Buffer.alloc(32, 5);
const admin = adminOf(4);

forEachDatabase('keys', (db) => {
  let pool: Pool;
  let now: number;
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };

  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 4 });
  });
  afterAll(() => pool.end());
  beforeEach(() => {
    now = Date.parse('2026-11-23T12:00:00Z');
  });

  describe('CachedKeyDirectory', () => {
    const createApp = () =>
      new StoredApps(pool, pool, clock).create(admin, { name: 'shop', rate_limit: null, allowed_origins: ['*'] });
    const nowhere = () => new Pool({ connectionString: 'postgresql://x:y@127.0.0.1:1/z' });

    it('finds the app behind a key, in whatever organisation', async () => {
      const app = await createApp();
      const key = app.keys[0]?.key ?? '';
      expect(await new CachedKeyDirectory(pool, clock).find(key)).toEqual({
        key,
        keyScope: 'browser',
        appId: app.id,
        orgId: 4,
        number: app.number,
        name: 'shop',
        allowedOrigins: ['*'],
        consentMode: 'required',
        withoutConsent: 'anonymous',
        trustClientCritical: false,
        rateLimit: null,
        severityRules: [],
        routes: [],
        fields: null,
      });
    });

    it('knows how long the organisation keeps raw rows', async () => {
      const other = adminOf(41);
      const app = await new StoredApps(pool, pool, clock).create(other, { name: 'short' });
      await new StoredRetention(pool, pool, clock).replace(other, [
        { data: 'analytics', tier: 'raw', days: 7 },
        { data: 'errors', tier: 'archive', days: 100 },
      ]);
      expect(await new CachedKeyDirectory(pool, clock).find(app.keys[0]?.key ?? '')).toMatchObject({
        rawRetention: { analytics_events: 7 * day },
      });
    });

    it.each(['', 'f'.repeat(31), 'F'.repeat(32), `${'f'.repeat(31)}'`, 'f'.repeat(32)])(
      'does not know the key %p',
      async (key) => {
        expect(await new CachedKeyDirectory(pool, clock).find(key)).toBeUndefined();
      }
    );

    it('lets a revoked key live for five seconds at most', async () => {
      const directory = new CachedKeyDirectory(pool, clock);
      const apps = new StoredApps(pool, pool, clock);
      const app = await createApp();
      const { key = '', id = '' } = app.keys[0] ?? {};
      await directory.find(key);
      await apps.revokeKey(admin, app.id, id);
      now += 1_000;
      expect(await directory.find(key)).toBeDefined();
      now += 4_000;
      expect(await directory.find(key)).toBeUndefined();
    });

    it('lets a revoked key live no longer although the clock is set back', async () => {
      const directory = new CachedKeyDirectory(pool, clock);
      const app = await createApp();
      const { key = '', id = '' } = app.keys[0] ?? {};
      await directory.find(key);
      await new StoredApps(pool, pool, clock).revokeKey(admin, app.id, id);
      now -= 3_600_000;
      expect(await directory.find(key)).toBeUndefined();
    });

    it('does not know the keys of a deleted app', async () => {
      const app = await createApp();
      await new StoredApps(pool, pool, clock).delete(admin, app.id);
      expect(await new CachedKeyDirectory(pool, clock).find(app.keys[0]?.key ?? '')).toBeUndefined();
    });

    it('renews a key in use without making anyone wait', async () => {
      const directory = new CachedKeyDirectory(pool, clock);
      const app = await createApp();
      const key = app.keys[0]?.key ?? '';
      await directory.find(key);
      await new StoredApps(pool, pool, clock).update(admin, app.id, { name: 'renamed' });
      now += 3_000;
      expect((await directory.find(key))?.name).toBe('shop');
      // The same look-up that was begun for the answer before.
      now += 2_000;
      expect((await directory.find(key))?.name).toBe('renamed');
    });

    it('asks once for many requests with one key, and not again for one that it does not know', async () => {
      const directory = new CachedKeyDirectory(pool, clock);
      const connect = jest.spyOn(pool, 'connect');
      await Promise.all(Array.from({ length: 50 }, () => directory.find('0'.repeat(32))));
      await directory.find('0'.repeat(32));
      expect(connect).toHaveBeenCalledTimes(1);
      connect.mockRestore();
    });

    it('turns made-up keys away before they fill the pool', async () => {
      const directory = new CachedKeyDirectory(pool, clock);
      const finds = Array.from({ length: 100 }, (_, n) => directory.find(n.toString(16).padStart(32, '0')));
      const outcomes = await Promise.allSettled(finds);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(36);
    });

    it('throws StoreAway for what it cannot ask, and answers from memory what it knows', async () => {
      const away = nowhere();
      await expect(new CachedKeyDirectory(away, clock).find('0'.repeat(32))).rejects.toThrow(StoreAway);
      await away.end();
    });
  });

  describe('StoredIdentityKeys', () => {
    const open = (key = masterKey) => new StoredIdentityKeys(pool, key);

    it('makes one key an organisation, the same in every process', async () => {
      const [one, same, other] = await Promise.all([
        open().organisationKey(1),
        open().organisationKey(1),
        open().organisationKey(2),
      ]);
      expect(one).toHaveLength(32);
      expect(same).toEqual(one);
      expect(other).not.toEqual(one);
    });

    it('makes one salt a day, the same in every process', async () => {
      const [one, same] = await Promise.all([open().dailySalt(now), open().dailySalt(now + 3_600_000)]);
      expect(one).toHaveLength(16);
      expect(same).toEqual(one);
      expect(await open().dailySalt(now + day)).not.toEqual(one);
    });

    it('keeps nothing in the clear', async () => {
      const key = await open().organisationKey(1);
      const { rows } = await withClient(db.urlFor('app'), async (client) => {
        await client.query(`set seamark.org_id = '1'`);
        return client.query<{ wrapped_key: Buffer }>('select wrapped_key from organisation_keys');
      });
      expect(rows).toHaveLength(1);
      expect(rows[0]?.wrapped_key.includes(key)).toBe(false);
    });

    it('says what to set when the encryption key is not the one', async () => {
      await open().organisationKey(1);
      const failure = open(Buffer.alloc(32, 6)).organisationKey(1);
      await expect(failure).rejects.toThrow(OperatorError);
      await expect(failure).rejects.toThrow(/SEAMARK_ENCRYPTION_KEY/);
    });

    it('asks again after a failure', async () => {
      const connect = jest.spyOn(pool, 'connect').mockImplementationOnce(() => {
        throw new Error('Connection terminated unexpectedly');
      });
      const keys = open();
      await expect(keys.organisationKey(9)).rejects.toThrow();
      expect(await keys.organisationKey(9)).toHaveLength(32);
      connect.mockRestore();
    });
  });
});
