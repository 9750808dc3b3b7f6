import { Pool } from 'pg';
import { day, startOfDay, week } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { seedApp } from '../query/testing/seedRows';
import { StoredRetention } from '../retention/StoredRetention';
import { manualClock } from '../../lib/testing/manualClock';
import { forEachDatabase } from '../testing/forEachDatabase';
import { expireSummaries } from './expireSummaries';

forEachDatabase('summaries that were kept long enough', (db) => {
  const now = startOfDay(Date.parse('2026-11-23')) + day / 2;
  let pool: Pool;
  let usual: string;
  let short: string;
  /** A summary of an error count, so many days old. */
  const store = (app: string, orgId: number, grain: string, daysAgo: number) =>
    pool.query(
      `insert into errors_summary (org_id, app_id, bucket, n, grain, severity, dim, dim_value)
        values ($1, $2, $3::date::timestamp at time zone 'UTC', 1, $4, 'high', '', '{}')`,
      [orgId, app, isoDay(now - daysAgo * day), grain]
    );
  const left = async (app: string, grain: string): Promise<number[]> => {
    const { rows } = await pool.query<{ bucket: Date }>(
      'select bucket from errors_summary where app_id = $1 and grain = $2 order by bucket desc',
      [app, grain]
    );
    return rows.map(({ bucket }) => Math.round((startOfDay(now) - bucket.getTime()) / day));
  };

  beforeAll(async () => {
    pool = new Pool({ connectionString: db.urlFor('jobs'), max: 2 });
    usual = await seedApp(db, 1, 'usual');
    short = await seedApp(db, 2, 'short');
    const app = new Pool({ connectionString: db.urlFor('app'), max: 1 });
    await new StoredRetention(app, app, manualClock()).replace({ orgId: 2, login: 'ada' }, [
      { data: 'errors', tier: 'raw', days: 7 },
      { data: 'errors', tier: 'summary', days: 30 },
    ]);
    await app.end();
    for (const [id, orgId] of [
      [usual, 1],
      [short, 2],
    ] as const) {
      for (const daysAgo of [0, 8, 9, 30, 31, 91, 92, 365, 366]) {
        await store(id, orgId, 'hour', daysAgo);
        await store(id, orgId, 'day', daysAgo);
      }
    }
    await store(usual, 1, 'minute', 92);
  });
  afterAll(() => pool.end());

  it('go by the days of their own organisation: hours a day after raw rows, days by their tier', async () => {
    expect(await expireSummaries(pool, now)).toBeGreaterThan(0);
    expect(await left(usual, 'hour')).toEqual([0, 8, 9, 30, 31, 91]);
    expect(await left(usual, 'minute')).toEqual([]);
    expect(await left(usual, 'day')).toEqual([0, 8, 9, 30, 31, 91, 92, 365]);
    expect(await left(short, 'day')).toEqual([0, 8, 9, 30]);
  });

  it('of hours outlive raw rows by no more than a day or two, also where those are kept for less long', async () => {
    const hours = await left(short, 'hour');
    expect(hours).toEqual(expect.arrayContaining([0]));
    expect(Math.max(...hours)).toBeLessThanOrEqual(8);
  });

  it('leave a mark at each week that lost a day', async () => {
    const { rows } = await pool.query<{ app_id: string; bucket: Date; kind: string }>(
      `select app_id, bucket, kind from summary_dirty where app_id = any ($1) and grain = 'week'`,
      [[usual, short]]
    );
    const weekOf = (daysAgo: number) => Math.floor((startOfDay(now) - daysAgo * day) / week) * week;
    expect(new Set(rows.map(({ app_id, bucket, kind }) => `${app_id} ${kind} ${bucket.getTime()}`))).toEqual(
      new Set([`${usual} errors ${weekOf(366)}`, ...[31, 91, 92, 365, 366].map((n) => `${short} errors ${weekOf(n)}`)])
    );
  });

  it('are gone once: a second time finds nothing', async () => {
    expect(await expireSummaries(pool, now)).toBe(0);
  });
});
