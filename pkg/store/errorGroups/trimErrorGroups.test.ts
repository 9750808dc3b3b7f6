import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { day, startOfDay } from '../../lib/duration';
import { manualClock } from '../../lib/testing/manualClock';
import { trimTiers } from '../maintenance/trimTiers';
import { isoDay } from '../partitions/daysAhead';
import { seedApp } from '../query/testing/seedRows';
import { StoredRetention } from '../retention/StoredRetention';
import { forEachDatabase } from '../testing/forEachDatabase';
import { trimErrorGroups } from './refreshErrorGroups';

forEachDatabase('error groups that were kept long enough', (db) => {
  const now = startOfDay(Date.parse('2026-11-23')) + day / 2;
  let pool: Pool;
  let usual: string;
  let short: string;
  /** A group whose last error, hour, user and act lie so many days back. */
  const store = async (app: string, orgId: number, daysAgo: number): Promise<void> => {
    const at = new Date(now - daysAgo * day);
    const [id, fingerprint] = [randomUUID(), `${daysAgo}`];
    const statements: ReadonlyArray<[sql: string, ...values: unknown[]]> = [
      [
        `insert into error_groups (id, org_id, app_id, fingerprint, fingerprint_rule, error_class, message, culprit, severity,
            first_seen, last_seen, events, users, releases, status_changed_at, refresh_after)
          values ($3, $1, $2, $4, 'message', 'E', 'm', 'c', 'high', $5, $5, 1, 1, '{}', $5, $5)`,
        id,
        fingerprint,
        at,
      ],
      [
        `insert into error_group_hours (org_id, app_id, fingerprint, hour, release, events, worst, first_seen, last_seen)
          values ($1, $2, $3, $4, '', 1, 2, $4, $4)`,
        fingerprint,
        at,
      ],
      [
        `insert into error_group_users (org_id, app_id, fingerprint, owner, day) values ($1, $2, $3, $4, $5)`,
        fingerprint,
        randomUUID(),
        isoDay(at.getTime()),
      ],
      [
        `insert into error_group_acts (id, org_id, app_id, group_id, at, act, details)
          values ($3, $1, $2, $4, $5, 'resolve', '{}')`,
        randomUUID(),
        id,
        at,
      ],
    ];
    for (const [sql, ...values] of statements) {
      await pool.query(sql, [orgId, app, ...values]);
    }
  };
  const left = async (app: string): Promise<Record<string, number>> => {
    const tables = ['error_groups', 'error_group_hours', 'error_group_users', 'error_group_acts'];
    const counts = await Promise.all(
      tables.map((table) => pool.query(`select count(*)::int as n from ${table} where app_id = $1`, [app]))
    );
    return Object.fromEntries(tables.map((table, index) => [table, counts[index]?.rows[0]?.n]));
  };

  beforeAll(async () => {
    pool = new Pool({ connectionString: db.urlFor('jobs'), max: 4 });
    usual = await seedApp(db, 1, 'usual');
    short = await seedApp(db, 2, 'short');
    const app = new Pool({ connectionString: db.urlFor('app'), max: 1 });
    await new StoredRetention(app, app, manualClock()).replace({ orgId: 2, login: 'ada' }, [
      { data: 'errors', tier: 'raw', days: 7 },
      { data: 'errors', tier: 'summary', days: 30 },
    ]);
    await app.end();
    for (const daysAgo of [1, 10, 40, 100, 400]) {
      await store(usual, 1, daysAgo);
      await store(short, 2, daysAgo);
    }
  });
  afterAll(() => pool.end());

  it('go after a year, and whom they were counted for with the raw errors', async () => {
    expect(await trimErrorGroups(pool, now)).toBeGreaterThan(0);
    const kept = { error_groups: 4, error_group_hours: 4, error_group_users: 3, error_group_acts: 4 };
    expect(await left(usual)).toEqual(kept);
    expect(await left(short)).toEqual(kept);
  });

  it('go before where their organisation keeps them for less long, and nobody else’s', async () => {
    expect(await trimTiers(pool, now)).toBeGreaterThan(0);
    expect(await left(short)).toEqual({
      error_groups: 2,
      error_group_hours: 2,
      error_group_users: 1,
      error_group_acts: 2,
    });
    expect(await left(usual)).toMatchObject({ error_groups: 4, error_group_users: 3 });
  });

  it('are gone once: a second time finds nothing', async () => {
    expect((await trimErrorGroups(pool, now)) + (await trimTiers(pool, now))).toBe(0);
  });
});
