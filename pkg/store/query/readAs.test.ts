import { sql } from 'kysely';
import { Pool } from 'pg';
import type { Query } from '../../../src/contract/query/Query';
import { eventually } from '../../lib/testing/eventually';
import { forEachDatabase } from '../testing/forEachDatabase';
import { selectionSource } from './selectionSource';
import { queryDatabase } from './testing/queryDatabase';
import { at, seedShop, start } from './testing/seedShop';
import { seedApp, seedRows } from './testing/seedRows';
import { createQueryStore } from './createQueryStore';
import { readAs } from './readAs';

/** Resolves once a statement sleeps in the database. */
async function sleeping(pool: Pool): Promise<void> {
  const statement = `select from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`;
  await eventually(async () => (await pool.query(statement)).rowCount !== 0, 'a statement sleeps');
}

forEachDatabase('queries that go wrong', (db) => {
  const asked = queryDatabase(db);
  const { ask, table, end } = asked;

  beforeAll(() => seedShop(db));

  describe('what goes wrong', () => {
    it('ends an exploding regular expression with an error of that query', async () => {
      const filters: Query['filters'] = [{ field: 'event_name', operator: '=~', value: '(a|a)*\\1$' }];
      await expect(ask({ filters })).rejects.toThrow(/not a regular expression/);
    });

    it('refuses within a second a pattern that PostgreSQL does not come to terms with', async () => {
      const explosive = `(?:${'(?:a*\\A|$|)'.repeat(3)}){2,9}`;
      const filters: Query['filters'] = [{ field: 'event_name', operator: '=~', value: `(?:${explosive}|)+|` }];
      await expect(ask({ filters })).rejects.toMatchObject({
        status: 400,
        message: expect.stringMatching(/too complex/),
      });
    });

    it('matches what explodes elsewhere at once', async () => {
      const app = { id: await seedApp(db, 1, 'explosive'), orgId: 1 };
      await seedRows(db, 'events', app, [at(0, { event_name: `${'a'.repeat(5000)}!` })]);
      const filters: Query['filters'] = [
        { field: 'app', operator: '=', value: 'explosive' },
        { field: 'event_name', operator: '=~', value: '^(a+)+$' },
      ];
      expect(await table({ filters, calculation: 'count' })).toEqual([[0]]);
    });

    it('does not ask the database for a caller who is gone already', async () => {
      const signal = AbortSignal.abort();
      await expect(ask({}, { signal })).rejects.toMatchObject({ name: 'QueryError', status: 504 });
    });

    it('cancels the statement in the database when the caller gives up, and keeps the connection', async () => {
      const one = new Pool({ connectionString: db.urlFor('query'), max: 1 });
      const reading = { pool: one, timeoutMs: 60_000 };
      const gone = new AbortController();
      const slow = readAs(reading, { orgId: 1 }, sql`select pg_sleep(60)`, gone.signal);
      const outcome = expect(slow).rejects.toMatchObject({ name: 'QueryError', status: 504 });
      await sleeping(asked.pool);
      gone.abort();
      await outcome;
      expect(await readAs(reading, { orgId: 1 }, sql`select 1 as one`)).toEqual([{ one: 1 }]);
      expect(one.totalCount).toBe(1);
      await one.end();
    });

    it('ends a statement that takes too long', async () => {
      await expect(
        readAs({ pool: asked.pool, timeoutMs: 20 }, { orgId: 1 }, sql`select pg_sleep(60)`)
      ).rejects.toMatchObject({
        status: 504,
      });
    });

    it('cannot write, whatever the statement', async () => {
      const statement = sql`insert into raw.devices (id, org_id, app_id, info) values (1, 1, gen_random_uuid(), '{}')`;
      await expect(readAs({ pool: asked.pool, timeoutMs: 1000 }, { orgId: 1 }, statement)).rejects.toMatchObject({
        cause: { code: '25006' },
      });
    });

    it('says that the database is away', async () => {
      const away = new Pool({ connectionString: 'postgresql://nobody@127.0.0.1:1/none' });
      const store = createQueryStore({ pool: away });
      await expect(store.appNames({ orgId: 1, seesPersonal: true }, 1)).rejects.toMatchObject({ status: 503 });
      await away.end();
    });
  });

  it('read only the days asked for', async () => {
    const app = { id: await seedApp(db, 1, 'days'), orgId: 1 };
    await seedRows(db, 'events', app, [at(-24 * 60), at(0), at(24 * 60)]);
    const range = { from: start, to: start + 60_000 };
    const selection = { kind: 'events' as const, range, metric: undefined, filters: [], includeBots: false };
    const source = selectionSource(selection, { app: false, device: false });
    const rows = await readAs<{ 'QUERY PLAN': string }>(
      { pool: asked.pool, timeoutMs: 1000 },
      { orgId: 1 },
      sql`explain select count(*) ${source}`
    );
    const days = new Set(rows.flatMap((row) => row['QUERY PLAN'].match(/analytics_events_\d{8}/g) ?? []));
    expect([...days]).toEqual([`analytics_events_${new Date(start).toISOString().slice(0, 10).replaceAll('-', '')}`]);
  });

  it('leave no connection behind', () => end());
});
