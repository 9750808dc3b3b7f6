import { Pool } from 'pg';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, startOfDay } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { seedApp, seedRows, type SeededRow } from '../query/testing/seedRows';
import { forEachDatabase } from '../testing/forEachDatabase';
import type { BehaviourSelection } from '../../domain/behaviour/BehaviourRepository';
import { StoredBehaviour } from './StoredBehaviour';
import { refreshBehaviour } from './refreshBehaviour';

forEachDatabase('behaviour patterns', (db) => {
  // Rows are dated by the database, so the day is a real one.
  const start = startOfDay(systemClock.now()) - 3 * day;
  const now = start + day + 5 * hour;
  let pool: Pool;
  let shop: string;
  const view = (session: string | null, page: string, at: number, more: object = {}): SeededRow => ({
    at: start + at,
    session_id: session,
    page_path: page,
    ...more,
  });
  const patterns = async (name = isoDay(start)): Promise<string[]> => {
    const { rows } = await pool.query<{ line: string }>(
      `select pattern || ' ' || array_to_string(steps, ' > ') || ': ' || occurrences || ' in ' || sessions as line
        from behaviour_patterns where app_id = $1 and day = $2 order by 1`,
      [shop, name]
    );
    return rows.map(({ line }) => line);
  };
  const forget = () => pool.query('delete from behaviour_days');

  beforeAll(async () => {
    pool = new Pool({ connectionString: db.urlFor('jobs'), max: 4 });
    shop = await seedApp(db, 1, 'shop');
    await seedRows(db, 'events', { id: shop, orgId: 1 }, [
      view('a', '/', hour),
      view('a', '/', hour + 1),
      view('a', '/cart', hour + minute),
      view('a', '/', hour + 2 * minute),
      view('a', '/cart', hour + 3 * minute),
      view('b', '/', 23 * hour),
      view('b', '/late', day + minute),
      view('before', '/yesterday', -minute),
      view('before', '/cart', minute),
      view('robot', '/', hour, { is_bot: true }),
      view(null, '/', hour),
      view('a', '/', hour, { event_type: 'user_action', event_name: 'pay' }),
      view('a', '/', 2 * hour, { event_type: 'user_action', event_name: 'pay' }),
      view(null, '/', 2 * hour, { event_type: 'user_action', event_name: 'pay' }),
    ]);
  });
  afterAll(() => pool.end());

  const expected = [
    'entry_page /: 2 in 2',
    'exit_page /cart: 1 in 1',
    'exit_page /late: 1 in 1',
    'feature pay: 3 in 1',
    'sequence_2 / > /cart: 2 in 1',
    'sequence_2 / > /late: 1 in 1',
    'sequence_2 /cart > /: 1 in 1',
    'sequence_3 / > /cart > /: 1 in 1',
    'sequence_3 /cart > / > /cart: 1 in 1',
  ];

  it('are added up over days and apps, the most frequent first', async () => {
    const reader = new Pool({ connectionString: db.urlFor('query'), max: 1 });
    const found = (orgId: number, more: Partial<BehaviourSelection> = {}) =>
      new StoredBehaviour(reader).count(
        { orgId },
        { app: undefined, pattern: 'feature', from: '2026-01-01', to: '2026-01-31', limit: 10, ...more }
      );
    const [one, other] = [await seedApp(db, 21, 'one'), await seedApp(db, 21, 'other')];
    for (const [app, name, step] of [
      [one, '2026-01-01', 'pay'],
      [one, '2026-01-31', 'pay'],
      [other, '2026-01-02', 'pay'],
      [one, '2026-02-01', 'pay'],
      [one, '2026-01-05', 'search'],
    ]) {
      await pool.query(
        `insert into behaviour_patterns (org_id, app_id, day, pattern, steps, occurrences, sessions)
          values (21, $1, $2, 'feature', array[$3], 2, 1)`,
        [app, name, step]
      );
    }
    const pay = { pattern: 'feature', steps: ['pay'], occurrences: 6, sessions: 3 };
    const search = { pattern: 'feature', steps: ['search'], occurrences: 2, sessions: 1 };
    expect(await found(21)).toEqual([pay, search]);
    expect(await found(21, { limit: 1 })).toEqual([pay]);
    expect(await found(21, { app: 'other' })).toEqual([{ ...pay, occurrences: 2, sessions: 1 }]);
    expect(await found(21, { app: one })).toEqual([{ ...pay, occurrences: 4, sessions: 2 }, search]);
    expect(await found(21, { pattern: 'exit_page' })).toEqual([]);
    expect(await found(22)).toEqual([]);
    await reader.end();
  });

  it('wait until the last session of the day has ended', async () => {
    await refreshBehaviour(pool, start + day + 4 * hour);
    expect(await patterns()).toEqual([]);
  });

  it('are what sessions that began on the day did until their end', async () => {
    expect(await refreshBehaviour(pool, now)).toBeGreaterThan(0);
    expect((await patterns()).sort()).toEqual([...expected].sort());
  });

  it('are the same when they are calculated again, by several processes at once', async () => {
    await forget();
    await Promise.all([1, 2, 3].map(() => refreshBehaviour(pool, now)));
    expect((await patterns()).sort()).toEqual([...expected].sort());
  });

  it('take in what comes late', async () => {
    await pool.query(`update behaviour_days set computed_at = now() - interval '1 day'`);
    await seedRows(db, 'events', { id: shop, orgId: 1 }, [
      view('c', '/new', 3 * hour, { created_at: new Date(systemClock.now()).toISOString() }),
    ]);
    await refreshBehaviour(pool, now);
    expect(await patterns()).toContain('entry_page /new: 1 in 1');
  });

  it('stay when the raw rows are gone', async () => {
    const before = await patterns();
    await pool.query('delete from raw.analytics_events where app_id = $1', [shop]);
    await forget();
    await refreshBehaviour(pool, now + 91 * day);
    expect(await patterns()).toEqual(before);
  });

  it('hold numbers only', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `select column_name::text as name from information_schema.columns where table_name = 'behaviour_patterns'`
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(
      ['app_id', 'day', 'occurrences', 'org_id', 'pattern', 'sessions', 'steps'].sort()
    );
  });

  it('are seen by their own organisation only', async () => {
    const query = new Pool({ connectionString: db.urlFor('query'), max: 1 });
    const { rows } = await query.query('select * from behaviour_patterns');
    await query.end();
    expect(rows).toEqual([]);
  });
});
