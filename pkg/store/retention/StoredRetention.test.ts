import { Pool } from 'pg';
import type { RetentionPolicy } from '../../../src/contract/resources/retention';
import type { RetentionRule } from '../../domain/retention/retentionRules';
import { systemClock, type Clock } from '../../lib/Clock';
import { day, startOfDay } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { seedApp, seedRows } from '../query/testing/seedRows';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { StoredRetention } from './StoredRetention';

forEachDatabase('StoredRetention', (db) => {
  let pool: Pool;
  let readers: Pool;
  let retention: StoredRetention;
  let now = Date.parse('2026-11-23T12:00:00Z');
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const spans = (days: number): RetentionRule => ({ data: 'spans', tier: 'raw', days });
  const daysOfSpans = (policies: readonly RetentionPolicy[] | undefined) =>
    policies?.find(({ data, tier }) => data === 'spans' && tier === 'raw');
  const audited = async (orgId: number): Promise<unknown[]> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('seamark.org_id', $1, true)`, [String(orgId)]);
      const { rows } = await client.query<{ actor: string; action: string; details: unknown }>(
        'select actor, action, details from audit_log order by sequence'
      );
      await client.query('rollback');
      return rows;
    } finally {
      client.release();
    }
  };

  beforeAll(() => {
    pool = new Pool({ connectionString: db.urlFor('app'), max: 3 });
    readers = new Pool({ connectionString: db.urlFor('query'), max: 1 });
    retention = new StoredRetention(pool, readers, clock);
  });
  afterAll(() => Promise.all([pool.end(), readers.end()]));

  it('is the table where nobody has asked for anything', async () => {
    const policies = await retention.list({ orgId: 1, login: 'ada' });
    expect(policies).toHaveLength(18);
    expect(policies.filter(({ days, default_days, updated_at }) => days !== default_days || updated_at)).toEqual([]);
  });

  it('changes for one organisation, notes who did it, and returns to the defaults', async () => {
    const ada = { orgId: 2, login: 'ada' };
    expect(daysOfSpans(await retention.replace(ada, [spans(7)]))).toEqual({
      data: 'spans',
      tier: 'raw',
      days: 7,
      default_days: 30,
      updated_at: new Date(now).toISOString(),
    });
    expect(daysOfSpans(await retention.list({ orgId: 3, login: 'eve' }))).toMatchObject({ days: 30 });
    now += day;
    expect(daysOfSpans(await retention.replace(ada, []))).toMatchObject({ days: 30, updated_at: null });
    expect(await audited(2)).toEqual([
      {
        actor: 'ada',
        action: 'retention.change',
        details: { changes: [{ data: 'spans', tier: 'raw', from: 30, to: 7 }] },
      },
      {
        actor: 'ada',
        action: 'retention.change',
        details: { changes: [{ data: 'spans', tier: 'raw', from: 7, to: 30 }] },
      },
    ]);
  });

  it('notes nothing where nothing changed, and keeps the instant of the change', async () => {
    const ada = { orgId: 4, login: 'ada' };
    const changed = daysOfSpans(await retention.replace(ada, [spans(5)]))?.updated_at;
    now += day;
    expect(daysOfSpans(await retention.replace(ada, [spans(5)]))?.updated_at).toBe(changed);
    expect(await audited(4)).toHaveLength(1);
  });

  it('ends with one of two changes at once', async () => {
    const ada = { orgId: 5, login: 'ada' };
    await Promise.all([retention.replace(ada, [spans(5)]), retention.replace(ada, [spans(6)])]);
    expect([5, 6]).toContain(daysOfSpans(await retention.list(ada))?.days);
  });

  it('changes nothing where it is no longer as the caller saw it', async () => {
    const ada = { orgId: 6, login: 'ada' };
    expect(await retention.replace(ada, [spans(5)], [])).toBeDefined();
    expect(await retention.replace(ada, [spans(6)], [])).toBeUndefined();
    expect(await retention.replace(ada, [spans(6)], [spans(7)])).toBeUndefined();
    expect(daysOfSpans(await retention.list(ada))?.days).toBe(5);
    expect(daysOfSpans(await retention.replace(ada, [spans(6)], [spans(5)]))?.days).toBe(6);
  });

  it('lets one of two win who both saw the same', async () => {
    const ada = { orgId: 9, login: 'ada' };
    const answers = await Promise.all([5, 6].map((days) => retention.replace(ada, [spans(days)], [])));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
  });

  it('says what there is of each tier and when the oldest goes, by the organisation’s own days', async () => {
    const ada = { orgId: 10, login: 'ada' };
    const yesterday = startOfDay(systemClock.now()) - day;
    await retention.replace(ada, [{ data: 'errors', tier: 'raw', days: 7 }]);
    await seedRows(db, 'errors', { id: await seedApp(db, 11, 'foreign'), orgId: 11 }, [{ at: yesterday - day }]);
    const id = await seedApp(db, 10, 'shop');
    await seedRows(db, 'errors', { id, orgId: 10 }, [{ at: yesterday }, { at: yesterday + day }]);
    const kept = await retention.kept(ada);
    expect(kept.map(({ data, tier }) => `${data} ${tier}`)).toEqual(
      (await retention.list(ada)).map(({ data, tier }) => `${data} ${tier}`)
    );
    expect(kept.find(({ data, tier }) => data === 'errors' && tier === 'raw')).toEqual({
      data: 'errors',
      tier: 'raw',
      bytes: expect.any(Number),
      since: isoDay(yesterday),
      goes_on: isoDay(yesterday + 8 * day),
    });
    expect(kept.filter(({ bytes }) => bytes === null).map(({ tier }) => tier)).toEqual(['trend', 'trend', 'trend']);
    expect(kept.filter(({ bytes }) => bytes !== null && !(bytes > 0))).toEqual([]);
    const others = kept.filter(({ data, tier }) => !(data === 'errors' && tier === 'raw'));
    expect(others.filter(({ since, goes_on }) => since !== null || goes_on !== null)).toEqual([]);
  });

  it('knows the first day of everything that is kept, in any time zone of the connection', async () => {
    const id = await seedApp(db, 12, 'zoned');
    const seeding: Array<[role: 'ingest' | 'jobs', sql: string]> = [
      [
        'ingest',
        `insert into consent_decisions (org_id, app_id, owner, day, mode, decision, source)
          values (12, $1, $1, '2026-01-02', 'implied', 'granted', 'site')`,
      ],
      [
        'jobs',
        `insert into behaviour_patterns (org_id, app_id, day, pattern, steps, occurrences, sessions)
          values (12, $1, '2026-01-03', 'feature', '{pay}', 1, 1)`,
      ],
    ];
    for (const [role, sql] of seeding) {
      await withClient(db.urlFor(role), (client) => client.query(sql, [id]));
    }
    const options = '-c timezone=America/New_York';
    const west = { connectionString: `${db.urlFor('app')}`, max: 1, options };
    const zoned = { app: new Pool(west), query: new Pool({ ...west, connectionString: db.urlFor('query') }) };
    const kept = await new StoredRetention(zoned.app, zoned.query, clock).kept({ orgId: 12, login: 'ada' });
    await Promise.all([zoned.app.end(), zoned.query.end()]);
    expect(kept.flatMap(({ data, since }) => (since === null ? [] : [`${data} ${since}`]))).toEqual([
      'analytics 2026-01-03',
      'consent 2026-01-02',
    ]);
  });
});
