import { sql } from 'kysely';
import { Pool } from 'pg';
import type { Frame } from '../../../src/contract/query/Frame';
import type { Query } from '../../../src/contract/query/Query';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import type { QueryContext } from '../../domain/query/QueryRunner';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, startOfDay } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { createQueryStore } from './createQueryStore';
import { readAs } from './readAs';
import { seedApp, seedDevice, seedRows } from './testing/seedRows';

/** Ten o'clock of a day that is over, so that nothing depends on when the test runs. */
const start = startOfDay(systemClock.now()) - 3 * day + 10 * hour;
const now = start + day;
const at = (minutes: number, rest: Record<string, unknown> = {}) => ({ at: start + minutes * minute, ...rest });

/** Resolves once a statement sleeps in the database. */
async function sleeping(pool: Pool): Promise<void> {
  const statement = `select from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`;
  while ((await pool.query(statement)).rowCount === 0) {
    // Asked again at once: the question itself takes long enough.
  }
}

const column = (frame: Frame | undefined, name: string) => frame?.fields.find((field) => field.name === name)?.values;
const rowsOf = (frame: Frame | undefined) =>
  (frame?.fields[0]?.values ?? []).map((_, row) => frame?.fields.map((field) => field.values[row]));

forEachDatabase('queries over stored rows', (db) => {
  const pools: Pool[] = [];
  const poolOf = (max: number): Pool => {
    const made = new Pool({ connectionString: db.urlFor('query'), max });
    pools.push(made);
    return made;
  };
  let pool: Pool;
  let shop: { id: string; orgId: number };
  let foreign: { id: string; orgId: number };

  const ask = (query: Partial<Query>, context: Partial<QueryContext> = {}): Promise<Frame[]> => {
    const runner = createQueryRunner({
      store: createQueryStore({ pool, timeoutMs: 5000 }),
      clock: { ...systemClock, now: () => now },
    });
    return runner.run(
      { refId: 'A', kind: 'events', ...query },
      {
        who: { orgId: 1, seesPersonal: true },
        range: { from: start, to: start + hour },
        intervalMs: 1,
        maxDataPoints: 60,
        ...context,
      }
    );
  };
  const table = async (query: Partial<Query>, context: Partial<QueryContext> = {}) =>
    rowsOf((await ask({ format: 'table', ...query }, context))[0]);

  beforeAll(async () => {
    pool = poolOf(2);
    shop = { id: await seedApp(db, 1, 'shop'), orgId: 1 };
    foreign = { id: await seedApp(db, 2, 'foreign'), orgId: 2 };
    await seedApp(db, 1, 'silent');
    await seedDevice(db, shop, 1, { browser: 'Firefox', os: 'Linux' });
    await seedDevice(db, shop, 2, { browser: 'Chrome', os: 'Android' });
    await seedRows(db, 'performance', shop, [
      at(0, { metric_value: 1000, rating: 'good', page_path: '/a', metric_id: 'v1', device_id: 1 }),
      at(1, { metric_value: 3000, rating: 'needs_improvement', page_path: '/a', metric_id: 'v1', device_id: 1 }),
      at(2, { metric_value: 5000, rating: 'poor', page_path: '/a', metric_id: 'v2', device_id: 2 }),
      at(3, { metric_value: 2000, rating: 'good', page_path: '/b', metric_id: 'v3', device_id: 1 }),
      at(4, { metric_value: 900, rating: 'good', page_path: '/b', metric_id: null }),
      at(4, { metric_value: 800, rating: 'good', page_path: '/b', metric_id: null }),
      at(5, { metric_value: 9000, rating: 'poor', page_path: '/a', metric_id: 'bot', is_bot: true }),
      // The newest report of v4 comes after the hour that is asked for, so v4 belongs to the next one.
      at(50, { metric_value: 1, rating: 'good', page_path: '/late', metric_id: 'v4' }),
      at(70, { metric_value: 2, rating: 'good', page_path: '/late', metric_id: 'v4' }),
      at(6, { metric_type: 'CLS', metric_unit: 'score', metric_value: 0.05, rating: 'good', metric_id: 'v1' }),
    ]);
    await seedRows(db, 'events', shop, [
      at(0, {
        session_id: 's1',
        user_id: '00000000-0000-4000-8000-000000000001',
        event_data: { button: 'buy', price: '5' },
      }),
      at(0.5, {
        session_id: 's1',
        user_id: '00000000-0000-4000-8000-000000000001',
        event_data: { button: 'buy', price: '40' },
      }),
      at(10, { session_id: 's2', visitor_id: '00000000-0000-4000-8000-000000000002', event_data: { button: null } }),
      at(20, { session_id: 's3', event_name: "o'brien", event_data: { 'http.method': 'GET', message: 'secret' } }),
      at(30, { session_id: 's4', event_type: 'user_action', event_data: { http: { method: 'PUT' }, price: '1e999' } }),
    ]);
    await seedRows(db, 'errors', shop, [
      at(1, { error_message: 'timeout of 5 s', severity: 'critical', url: 'https://shop.example/a', page_path: '/a' }),
      at(2, { error_message: 'x is undefined', error_stack: 'at f (a.js:1)', release: '1.0.0' }),
    ]);
    await seedRows(db, 'metrics', shop, [
      at(1, { value: 10 }),
      at(2, { value: 30 }),
      at(3, { name: 'HEAP', unit: 'bytes' }),
    ]);
    await seedRows(db, 'events', foreign, [at(0, { page_path: '/foreign', event_data: { button: 'foreign' } })]);
    await seedRows(db, 'performance', foreign, [at(0, { metric_value: 77, page_path: '/foreign', rating: 'good' })]);
  });

  describe('web vitals', () => {
    it('counts only the newest report of each vital, and leaves bots out', async () => {
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'count' })).toEqual([[5]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'count', includeBots: true })).toEqual([
        [6],
      ]);
    });

    it('counts a vital where its newest report lies', async () => {
      const next = { range: { from: start + hour, to: start + 2 * hour } };
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'max' }, next)).toEqual([[2]]);
    });

    it('takes nearest-rank percentiles', async () => {
      // 800, 900, 2000, 3000, 5000
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p50' })).toEqual([[2000]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p75' })).toEqual([[3000]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p99' })).toEqual([[5000]]);
    });

    it('takes shares of vitals, not of reports', async () => {
      const share = (calculation: Query['calculation']) =>
        table({ kind: 'performance', metric: 'LCP', ...(calculation && { calculation }) });
      expect(await share('share_good')).toEqual([[60]]);
      expect(await share('share_needs_improvement')).toEqual([[20]]);
      expect(await share('share_poor')).toEqual([[20]]);
    });

    it('groups by fields of the device, the largest group first', async () => {
      expect(
        await table({ kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['browser', 'os'] })
      ).toEqual([
        ['Chrome', 'Android', 5000],
        ['Firefox', 'Linux', 3000],
        ['', '', 900],
      ]);
    });

    it('groups by metric where none was named', async () => {
      expect(await table({ kind: 'performance', calculation: 'p75', groupBy: ['metric_type'] })).toEqual([
        ['LCP', 3000],
        ['CLS', 0.05],
      ]);
    });
  });

  describe('time series', () => {
    it('gives one frame a group, the largest first, and no more points than asked for', async () => {
      const frames = await ask(
        { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
        { maxDataPoints: 4 }
      );
      expect(frames.map((frame) => frame.name)).toEqual(['/a', '/b']);
      expect(frames.map((frame) => frame.fields[1]?.labels)).toEqual([{ page_path: '/a' }, { page_path: '/b' }]);
      expect(column(frames[0], 'time')).toEqual([start]);
      expect(column(frames[0], 'value')).toEqual([5000]);
      expect(frames[0]?.fields[1]?.config).toMatchObject({ unit: 'ms', displayNameFromDS: '/a' });
    });

    it('keeps to the limit of groups and says how many there are', async () => {
      const frames = await ask({
        kind: 'performance',
        metric: 'LCP',
        calculation: 'p75',
        groupBy: ['page_path'],
        limit: 1,
      });
      expect(frames.map((frame) => frame.name)).toEqual(['/a']);
      expect(frames[0]?.meta?.notices).toEqual([{ severity: 'info', text: 'Showing the largest 1 of 2 groups' }]);
    });

    it('fills counts with zeros', async () => {
      const [frame] = await ask({ kind: 'events', calculation: 'count' }, { intervalMs: 10 * minute });
      expect(column(frame, 'value')).toEqual([2, 1, 1, 1, 0, 0]);
      expect(column(frame, 'time')?.[1]).toBe(start + 10 * minute);
    });

    it('divides rates by the seconds of the range that a bucket covers', async () => {
      const range = { from: start - minute, to: start + 5 * minute };
      const [frame] = await ask({ kind: 'events', calculation: 'rate' }, { range, intervalMs: 10 * minute });
      expect(column(frame, 'time')).toEqual([start - minute, start]);
      expect(column(frame, 'value')).toEqual([0, 2 / 300]);
    });
  });

  describe('counting', () => {
    it('counts unique users over ids and visitors, and says which', async () => {
      const [frame] = await ask({ kind: 'events', calculation: 'uniques_users', format: 'table' });
      expect(rowsOf(frame)).toEqual([[2]]);
      expect(frame?.meta?.custom).toMatchObject({ source: 'raw', uniqueIds: 'users and visitors' });
    });

    it('counts unique sessions', async () => {
      expect(await table({ calculation: 'uniques_sessions' })).toEqual([[4]]);
    });

    it('sums and averages metrics in their own unit', async () => {
      expect(await table({ kind: 'metrics', metric: 'API_RESPONSE_TIME', calculation: 'sum' })).toEqual([[40]]);
      const [frame] = await ask({ kind: 'metrics', metric: 'HEAP', calculation: 'avg', format: 'table' });
      expect(frame?.fields[0]?.config).toMatchObject({ unit: 'bytes' });
    });

    it('answers one row of 0, or of nothing, on an empty range', async () => {
      const range = { from: start - 300 * day, to: start - 299 * day };
      expect(await table({ calculation: 'count' }, { range })).toEqual([[0]]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'p75' }, { range })).toEqual([[null]]);
      expect(await table({ calculation: 'count', groupBy: ['page_path'] }, { range })).toEqual([]);
      const [frame] = await ask({ kind: 'performance', metric: 'LCP', groupBy: ['page_path'] }, { range });
      expect(frame?.fields.map((field) => field.values)).toEqual([[], []]);
    });
  });

  describe('filters', () => {
    const count = async (...filters: NonNullable<Query['filters']>) =>
      (await table({ filters, calculation: 'count' }))[0]?.[0];

    it.each<[string, NonNullable<Query['filters']>[number], number]>([
      ['an app by name', { field: 'app', operator: '=', value: 'shop' }, 5],
      ['any of several apps', { field: 'app', operator: '=', value: ['shop', 'silent'] }, 5],
      ['no such app', { field: 'app', operator: '=', value: 'foreign' }, 0],
      ['another app', { field: 'app', operator: '!=', value: 'shop' }, 0],
      ['apps by a pattern', { field: 'app', operator: '=~', value: '^sh' }, 5],
      ['an attribute', { field: 'event_data.button', operator: '=', value: 'buy' }, 2],
      ['a missing attribute as the empty text', { field: 'event_data.button', operator: '=', value: '' }, 3],
      ['anything but a value, missing ones too', { field: 'event_data.button', operator: '!=', value: 'buy' }, 3],
      ['an attribute with a dot in its name', { field: 'event_data.http.method', operator: '=', value: 'GET' }, 1],
      ['the same in a nested object', { field: 'event_data.http.method', operator: '=', value: 'PUT' }, 1],
      ['an attribute as a number, where it is one', { field: 'event_data.price', operator: '>', value: 4 }, 2],
      ['numbers written as text', { field: 'event_data.price', operator: '<=', value: '5' }, 1],
      ['none of a list', { field: 'session_id', operator: '!=', value: ['s1', 's2'] }, 2],
      ['nothing for an empty list', { field: 'session_id', operator: '=', value: [] }, 0],
      ['a pattern', { field: 'event_type', operator: '=~', value: '^(page|user)_\\w+$' }, 5],
      ['the opposite of a pattern', { field: 'event_type', operator: '!~', value: 'view' }, 1],
      ['a quote', { field: 'event_name', operator: '=', value: "o'brien" }, 1],
      ['SQL that would drop everything', { field: 'event_name', operator: '=', value: "'; drop table apps; --" }, 0],
      ['SQL that would show everything', { field: 'event_name', operator: '=', value: "x' or '1'='1" }, 0],
      ['SQL in the name of an attribute', { field: "event_data.x' or 1=1 --", operator: '=', value: 'y' }, 0],
    ])('finds %s', async (_, filter, expected) => {
      expect(await count(filter)).toBe(expected);
    });

    it('compares numeric fields as numbers', async () => {
      const filters: Query['filters'] = [{ field: 'value', operator: '>=', value: 2000 }];
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'count', filters })).toEqual([[3]]);
    });

    it('refuses a field that is not there, naming it and the allowed ones', async () => {
      await expect(count({ field: 'page_url; drop table apps', operator: '=', value: 'x' })).rejects.toThrow(
        /^Unknown field "page_url; drop table apps" for events; allowed: app, environment, .*event_data\.<name>$/
      );
    });
  });

  describe('organisations', () => {
    it('never show each other’s rows', async () => {
      const who = { orgId: 2, seesPersonal: true };
      expect(await table({ calculation: 'count', groupBy: ['page_path', 'app'] }, { who })).toEqual([
        ['/foreign', 'foreign', 1],
      ]);
      expect(await table({ kind: 'performance', metric: 'LCP', calculation: 'max' }, { who })).toEqual([[77]]);
      expect(await table({ calculation: 'count' }, { who: { orgId: 3, seesPersonal: true } })).toEqual([[0]]);
      const [values] = await ask({ kind: 'variables', field: 'app' }, { who });
      expect(column(values, 'value')).toEqual(['foreign']);
    });

    it('stay apart when their queries share connections', async () => {
      const counts = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const orgId = 1 + (index % 3);
          return [orgId, (await table({ calculation: 'count' }, { who: { orgId, seesPersonal: true } }))[0]?.[0]];
        })
      );
      expect(counts.every(([orgId, count]) => count === [5, 1, 0][Number(orgId) - 1])).toBe(true);
    });
  });

  describe('single rows', () => {
    it('come newest first, with their text', async () => {
      const [frame] = await ask({ kind: 'errors', format: 'logs' });
      expect(column(frame, 'body')).toEqual(['javascript x is undefined', 'javascript timeout of 5 s /a']);
      expect(column(frame, 'level')).toEqual(['error', 'critical']);
      expect(column(frame, 'error_stack')).toEqual(['at f (a.js:1)', null]);
      expect(column(frame, 'page_url')).toEqual([null, 'https://shop.example/a']);
    });

    it('come without free text, users and sessions for who may not see them', async () => {
      const who = { orgId: 1, seesPersonal: false };
      const [frame] = await ask({ kind: 'errors', format: 'logs' }, { who });
      expect(column(frame, 'body')).toEqual(['javascript', 'javascript /a']);
      const [events] = await ask({ kind: 'events', format: 'logs', limit: 100 }, { who });
      expect(JSON.stringify([frame, events])).not.toMatch(
        /timeout|a\.js|secret|s1|user_id|session_id|event_data|context/
      );
    });

    it.each(['performance', 'events', 'errors', 'metrics', 'health'] as const)('can be read of %s', async (kind) => {
      const [frame] = await ask({ kind, format: 'logs', limit: 1 });
      expect(column(frame, 'id')?.length).toBe(kind === 'health' ? 0 : 1);
    });
  });

  describe('variables', () => {
    const values = async (query: Partial<Query>, seesPersonal = true) =>
      column((await ask({ kind: 'variables', ...query }, { who: { orgId: 1, seesPersonal } }))[0], 'value');

    it('list the values of a field', async () => {
      expect(await values({ field: 'browser' })).toEqual(['Chrome', 'Firefox']);
      expect(await values({ field: 'event_type' })).toEqual(['page_view', 'user_action']);
      expect(await values({ field: 'event_data.button' })).toEqual(['buy']);
    });
    it('list apps, also silent ones', async () => {
      expect(await values({ field: 'app' })).toEqual(['shop', 'silent']);
    });
    it('list the names of attributes, without personal ones where those are hidden', async () => {
      const names = [
        'event_data.button',
        'event_data.http',
        'event_data.http.method',
        'event_data.message',
        'event_data.price',
      ];
      expect(await values({ field: 'event_data' })).toEqual(names);
      expect(await values({ field: 'event_data' }, false)).toEqual(names.filter((name) => !name.endsWith('message')));
    });
    it('list the names of fields', async () => {
      expect(await values({ of: 'health' })).toEqual([
        'app',
        'service_name',
        'status',
        'response_time_ms',
        'error_rate',
      ]);
    });
    it('refuse a personal field', async () => {
      await expect(values({ field: 'session_id' }, false)).rejects.toThrow(/points at a person/);
    });
  });

  describe('annotations', () => {
    it('mark errors', async () => {
      const [frame] = await ask({ kind: 'annotations', of: 'errors' });
      expect(frame?.fields.map((field) => field.name)).toEqual(['time', 'timeEnd', 'title', 'text', 'tags']);
      expect(column(frame, 'tags')).toEqual(['error,high,shop', 'error,critical,shop']);
    });

    it('mark releases where they were first seen', async () => {
      const app = { id: await seedApp(db, 1, 'releases'), orgId: 1 };
      await seedRows(db, 'performance', app, [
        at(-30, { release: '1.0' }),
        at(5, { release: '1.0' }),
        at(20, { release: '1.1' }),
        at(25, { release: '1.1' }),
      ]);
      const filters: Query['filters'] = [{ field: 'app', operator: '=', value: 'releases' }];
      const [frame] = await ask({ kind: 'annotations', filters });
      expect(column(frame, 'time')).toEqual([start + 20 * minute]);
      expect(column(frame, 'title')).toEqual(['Release 1.1']);
    });
  });

  describe('what goes wrong', () => {
    // Inside of the outer suite, whose own end drops the database.
    afterAll(() => Promise.all(pools.map((made) => made.end())));

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
      const one = poolOf(1);
      const reading = { pool: one, timeoutMs: 60_000 };
      const gone = new AbortController();
      const slow = readAs(reading, { orgId: 1 }, sql`select pg_sleep(60)`, gone.signal);
      const outcome = expect(slow).rejects.toMatchObject({ name: 'QueryError', status: 504 });
      await sleeping(pool);
      gone.abort();
      await outcome;
      expect(await readAs(reading, { orgId: 1 }, sql`select 1 as one`)).toEqual([{ one: 1 }]);
      expect(one.totalCount).toBe(1);
    });

    it('ends a statement that takes too long', async () => {
      await expect(readAs({ pool, timeoutMs: 20 }, { orgId: 1 }, sql`select pg_sleep(60)`)).rejects.toMatchObject({
        status: 504,
      });
    });

    it('cannot write, whatever the statement', async () => {
      const statement = sql`insert into raw.devices (id, org_id, app_id, info) values (1, 1, ${shop.id}, '{}')`;
      await expect(readAs({ pool, timeoutMs: 1000 }, { orgId: 1 }, statement)).rejects.toMatchObject({
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
});
