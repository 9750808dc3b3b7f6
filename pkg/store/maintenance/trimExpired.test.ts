import { Pool } from 'pg';
import type { ErrorRow } from '../../domain/ingest/rows';
import { systemClock } from '../../lib/Clock';
import { day, startOfDay } from '../../lib/duration';
import { silentLogger } from '../../lib/Logger';
import { seedApp } from '../query/testing/seedRows';
import { StoredRetention } from '../retention/StoredRetention';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestWriter } from '../testing/openTestWriter';
import { rowSet, sampleRows } from '../testing/sampleRows';
import type { GroupCommitWriter } from '../writer/GroupCommitWriter';
import { StoreMaintenance } from './StoreMaintenance';

forEachDatabase('what an organisation keeps for less long', (db) => {
  const now = startOfDay(systemClock.now()) + day / 2;
  let pool: Pool;
  let app: Pool;
  let maintenance: StoreMaintenance;
  let writer: GroupCommitWriter;
  let short: string;
  let other: string;
  const rows = async (sql: string, values: unknown[] = []) => (await pool.query(sql, values)).rows;
  const daysLeft = async (table: string, appId: string): Promise<number[]> =>
    (await rows(`select timestamp as at from raw.${table} where app_id = $1 order by 1 desc`, [appId])).map(({ at }) =>
      Math.round((now - (at as Date).getTime()) / day)
    );
  const critical = (appId: string, orgId: number, daysAgo: number, more: Partial<ErrorRow> = {}) =>
    sampleRows.error({ app_id: appId, org_id: orgId, timestamp: now - daysAgo * day, severity: 'critical', ...more });

  beforeAll(async () => {
    pool = new Pool({ connectionString: db.urlFor('jobs'), max: 4 });
    app = new Pool({ connectionString: db.urlFor('app'), max: 2 });
    maintenance = new StoreMaintenance(pool, db.ownerUrl, silentLogger);
    writer = openTestWriter(db);
    short = await seedApp(db, 7, 'short');
    other = await seedApp(db, 8, 'other');
    await new StoredRetention(app, app, systemClock).replace({ orgId: 7, login: 'ada' }, [
      { data: 'analytics', tier: 'raw', days: 2 },
      { data: 'errors', tier: 'raw', days: 5 },
    ]);
  });
  afterAll(async () => {
    await writer.drain();
    await Promise.all([pool.end(), app.end()]);
  });

  it('goes by whole days, the others’ rows stay', async () => {
    const events = [0, 1, 2, 3, 20].flatMap((daysAgo) =>
      [short, other].map((app_id) =>
        sampleRows.event({ app_id, org_id: app_id === short ? 7 : 8, timestamp: now - daysAgo * day })
      )
    );
    expect(await writer.write(rowSet({ analytics_events: events }))).toEqual([]);
    expect(await maintenance.trimExpired(now)).toBe(2);
    expect(await daysLeft('analytics_events', short)).toEqual([0, 1, 2]);
    expect(await daysLeft('analytics_events', other)).toEqual([0, 1, 2, 3, 20]);
    expect(await maintenance.trimExpired(now + day / 2 - 1)).toBe(0);
    expect(await maintenance.trimExpired(now + day / 2)).toBe(1);
  });

  it('takes more rows than one transaction does, from several processes at once', async () => {
    const many = Array.from({ length: 6_000 }, () =>
      sampleRows.event({ app_id: short, org_id: 7, timestamp: now - 10 * day })
    );
    await writer.write(rowSet({ analytics_events: many }));
    const deleted = await Promise.all([1, 2, 3].map(() => maintenance.trimExpired(now)));
    expect(deleted.reduce((sum, n) => sum + n, 0)).toBe(6_000);
  }, 60_000);

  it('leaves critical errors in the archive, once, with all that was known', async () => {
    const kept = critical(short, 7, 6, { error_message: 'checkout is gone' });
    const high = sampleRows.error({ app_id: short, org_id: 7, timestamp: now - 6 * day, severity: 'high' });
    await writer.write(rowSet({ error_logs: [kept, high, critical(short, 7, 4)] }));
    expect(await maintenance.trimExpired(now)).toBe(2);
    expect(await daysLeft('error_logs', short)).toEqual([4]);
    // A retry that came late: stored again, taken away again, archived once.
    await writer.write(rowSet({ error_logs: [kept] }));
    expect(await maintenance.trimExpired(now)).toBe(1);
    expect(await rows('select * from error_archives where app_id = $1', [short])).toMatchObject([
      {
        id: kept.id,
        org_id: '7',
        error_message: 'checkout is gone',
        severity: 'critical',
        fingerprint: 'f1',
        device_info: { browser: 'Firefox' },
        archived_at: new Date(now),
      },
    ]);
  });

  it('archives critical errors of partitions before they are dropped', async () => {
    await writer.write(rowSet({ error_logs: [critical(other, 8, 95), critical(other, 8, 80)] }));
    await Promise.all([1, 2].map(() => maintenance.dropExpired(now)));
    await maintenance.dropExpired(now);
    expect(await daysLeft('error_logs', other)).toEqual([80]);
    expect(await rows('select timestamp from error_archives where app_id = $1', [other])).toEqual([
      { timestamp: new Date(now - 95 * day) },
    ]);
  }, 60_000);

  it('keeps the archive for two years, and shows it to its organisation only', async () => {
    const seen = async (orgId: string): Promise<number> => {
      const query = new Pool({ connectionString: db.urlFor('query'), max: 1 });
      const client = await query.connect();
      await client.query('begin');
      await client.query(`select set_config('seamark.org_id', $1, true)`, [orgId]);
      const { rowCount } = await client.query('select from error_archives');
      await client.query('rollback');
      client.release();
      await query.end();
      return rowCount ?? 0;
    };
    expect([await seen('7'), await seen('8'), await seen('')]).toEqual([1, 1, 0]);
    const archivedAt = now - 6 * day;
    await maintenance.trimExpired(archivedAt + 730 * day);
    // The younger one was archived meanwhile.
    expect(await seen('7')).toBe(2);
    await maintenance.trimExpired(archivedAt + 731 * day);
    expect(await seen('7')).toBe(1);
  });
});
