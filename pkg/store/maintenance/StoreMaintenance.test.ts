import { Client, Pool } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { rawTables } from '../../domain/ingest/rows';
import { systemClock } from '../../lib/Clock';
import { day, minute } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import type { Store } from '../openStore';
import { isoDay } from '../partitions/daysAhead';
import { ensureDay } from '../partitions/ensureDaysAhead';
import { adminOf } from '../testing/adminOf';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestStore } from '../testing/openTestStore';
import { rowSet, sampleRows } from '../testing/sampleRows';
import { withClient } from '../testing/withClient';
import { StoreMaintenance } from './StoreMaintenance';

const admin = adminOf(1);

forEachDatabase('StoreMaintenance', (db) => {
  let store: Store;
  const now = systemClock.now();
  const asJobs = (sql: string) => withClient(db.urlFor('jobs'), (client) => client.query(sql));
  const partition = (table: string, daysAgo: number): string =>
    `raw.${table}_${isoDay(now - daysAgo * day).replace(/-/g, '')}`;
  const isThere = async (table: string): Promise<boolean> => {
    const { rows } = await asJobs(`select to_regclass('${table}') is not null as there`);
    return rows[0]?.there === true;
  };
  const makeDay = (daysAgo: number) =>
    withClient(db.urlFor('jobs'), (client) => ensureDay(client, rawTables, isoDay(now - daysAgo * day)));

  beforeAll(() => {
    store = openTestStore(db);
  });
  afterAll(() => store.close());

  describe('days ahead', () => {
    it('are made once, also by several processes at once', async () => {
      const inAWeek = now + 7 * day;
      const made = await Promise.all([1, 2, 3].map(() => store.maintenance.ensureDaysAhead(inAWeek)));
      expect(made.reduce((sum, n) => sum + n, 0)).toBe(7 * rawTables.length);
      expect(await store.maintenance.ensureDaysAhead(inAWeek)).toBe(0);
      expect(await isThere(partition('spans', -14))).toBe(true);
    });

    it('are made while someone reads and someone writes', async () => {
      const reader = new Client({ connectionString: db.urlFor('query') });
      await reader.connect();
      await reader.query('begin; select * from raw.error_logs');
      const writing = store.writer.write(rowSet({ error_logs: [sampleRows.error()] }));
      expect(await makeDay(60)).toBe(rawTables.length);
      expect(await writing).toEqual([]);
      await reader.query('commit');
      await reader.end();
    });
  });

  describe('retention', () => {
    it('drops what nobody keeps, and nothing else', async () => {
      await makeDay(32);
      await makeDay(95);
      expect(await store.maintenance.dropExpired(now)).toBeGreaterThanOrEqual(4 + 6);
      expect(await isThere(partition('performance_data', 32))).toBe(false);
      expect(await isThere(partition('error_logs', 95))).toBe(false);
      expect(await isThere(partition('error_logs', 32))).toBe(true);
      expect(await isThere(partition('performance_data', 0))).toBe(true);
      expect(await store.maintenance.dropExpired(now)).toBe(0);
    });

    it('keeps as long as the organisation that keeps longest', async () => {
      await makeDay(35);
      await withClient(db.urlFor('app'), (client) =>
        client.query(
          `begin; set local seamark.org_id = '9';
          insert into retention_policies (org_id, data, tier, days) values (9, 'spans', 'raw', 60), (9, 'health', 'raw', 5); commit`
        )
      );
      await store.maintenance.dropExpired(now);
      expect(await isThere(partition('spans', 35))).toBe(true);
      expect(await isThere(partition('system_health', 35))).toBe(false);
      expect(await isThere(partition('system_health', 20))).toBe(await isThere(partition('spans', 20)));
    });

    it('does not wait for a long query, and finishes what was begun with the next run', async () => {
      await makeDay(100);
      const reader = new Client({ connectionString: db.urlFor('jobs') });
      await reader.connect();
      await reader.query(`begin; select * from raw.error_logs`);
      await store.maintenance.dropExpired(now);
      expect(await isThere(partition('error_logs', 100))).toBe(true);
      expect(await store.writer.write(rowSet({ error_logs: [sampleRows.error()] }))).toEqual([]);
      await reader.query('commit');
      await reader.end();
      await store.maintenance.dropExpired(now);
      expect(await isThere(partition('error_logs', 100))).toBe(false);
    }, 60_000);

    it('is done by one process at a time', async () => {
      await makeDay(110);
      const dropped = await Promise.all([1, 2].map(() => store.maintenance.dropExpired(now)));
      expect(dropped.filter((n) => n > 0).length).toBeGreaterThanOrEqual(1);
      expect(await isThere(partition('spans', 110))).toBe(false);
    });
  });

  it('destroys a salt 48 hours after the start of its day', async () => {
    for (const daysAgo of [0, 1, 2, 3]) {
      await store.identityKeys.dailySalt(now - daysAgo * day);
    }
    expect(await store.maintenance.destroySalts(now)).toBe(2);
    const { rows } = await asJobs('select day::text as day from daily_salts order by day desc');
    expect(rows.map(({ day: kept }) => kept)).toEqual([isoDay(now), isoDay(now - day)]);
  });

  it('deletes the rows of a deleted app, after a while, and nobody else’s', async () => {
    const doomed = await store.apps.create(admin, { name: 'doomed' });
    const other = await store.apps.create(admin, { name: 'other' });
    for (const { id } of [doomed, other]) {
      const own = { app_id: id };
      await store.writer.write(
        rowSet({
          monitoring_metrics: [sampleRows.metric(own), sampleRows.metric({ ...own, timestamp: now - 3 * day })],
          system_health: [sampleRows.health(own)],
          people: [sampleRows.person(own)],
        })
      );
      await store.paths.resolve({ orgId: 1, appId: id }, '/a');
    }
    await store.apps.delete(admin, doomed.id);
    expect(await store.maintenance.finishDeletions(now)).toBe(0);
    expect(await store.maintenance.finishDeletions(systemClock.now() + 2 * minute)).toBe(1);
    const left = async (id: string): Promise<number> => {
      const tables = ['raw.monitoring_metrics', 'raw.system_health', 'raw.devices', 'page_paths', 'users', 'app_keys'];
      const counts = tables.map((table) => `(select count(*) from ${table} where app_id = '${id}')`);
      const { rows } = await asJobs(`select (${counts.join(' + ')})::int as n`);
      return rows[0]?.n as number;
    };
    expect(await left(doomed.id)).toBe(0);
    expect(await left(other.id)).toBe(7);
  });

  it('throws StoreAway where nobody answers', async () => {
    const url = 'postgresql://x:y@127.0.0.1:1/z';
    const pool = new Pool({ connectionString: url });
    const maintenance = new StoreMaintenance(pool, url, silentLogger);
    await expect(maintenance.ensureDaysAhead(now)).rejects.toThrow(StoreAway);
    await expect(maintenance.dropExpired(now)).rejects.toThrow(StoreAway);
    await expect(maintenance.destroySalts(now)).rejects.toThrow(StoreAway);
    await expect(maintenance.finishDeletions(now)).rejects.toThrow(StoreAway);
    await pool.end();
  });
});
