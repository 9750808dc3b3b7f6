import { Pool } from 'pg';
import type { RetentionPolicy } from '../../../src/contract/resources/retention';
import type { RetentionRule } from '../../domain/retention/retentionRules';
import type { Clock } from '../../lib/Clock';
import { day } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { StoredRetention } from './StoredRetention';

forEachDatabase('StoredRetention', (db) => {
  let pool: Pool;
  let retention: StoredRetention;
  let now = Date.parse('2026-11-23T12:00:00Z');
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const spans = (days: number): RetentionRule => ({ data: 'spans', tier: 'raw', days });
  const daysOfSpans = (policies: readonly RetentionPolicy[]) =>
    policies.find(({ data, tier }) => data === 'spans' && tier === 'raw');
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
    retention = new StoredRetention(pool, clock);
  });
  afterAll(() => pool.end());

  it('is the table where nobody has asked for anything', async () => {
    const policies = await retention.list({ orgId: 1, login: 'ada' });
    expect(policies).toHaveLength(17);
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
      { actor: 'ada', action: 'retention.change', details: { changes: [{ data: 'spans', tier: 'raw', from: 30, to: 7 }] } },
      { actor: 'ada', action: 'retention.change', details: { changes: [{ data: 'spans', tier: 'raw', from: 7, to: 30 }] } },
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
});
