import type { Query } from '../../../src/contract/query/Query';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import { systemClock } from '../../lib/Clock';
import { silentLogger } from '../../lib/Logger';
import { day, hour, minute, startOfDay } from '../../lib/duration';
import { migrate } from '../migrations/migrate';
import { SummaryUpkeep } from '../summaries/SummaryUpkeep';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestStore } from '../testing/openTestStore';
import { withClient } from '../testing/withClient';
import { createQueryStore } from './createQueryStore';
import { seedApp, seedRows } from './testing/seedRows';

const start = startOfDay(systemClock.now()) - 2 * day;
/** What `checks_app(1)` answers. */
const checksApp = { id: '00000000-0000-8000-8000-000000000001', orgId: 1 };
const checkId = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e6f';
const otherCheck = '0b5d2bd8-6c5f-4e0a-9c5a-1a2b3c4d5e70';
const everyHour = Array.from({ length: 12 }, (_, index) => start + index * hour);

forEachDatabase('results of a check', (db) => {
  const store = () => opened;
  let opened: ReturnType<typeof openTestStore>;
  const markAndSummarise = async (apps: readonly string[]) => {
    await store().pools.jobs.query(
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select 1, a, $2::timestamptz + make_interval(hours => h), 'health', 'hour'
        from unnest($1::uuid[]) a, generate_series(0, 11) h`,
      [apps, new Date(start)]
    );
    await summarise();
  };
  const summarise = async () => {
    const upkeep = new SummaryUpkeep(store().pools.jobs);
    while ((await upkeep.refresh(start + day)) > 0) {
      // In pieces, as the job does.
    }
  };
  let app: { id: string; orgId: number };
  beforeAll(async () => {
    opened = openTestStore(db);
    app = { id: await seedApp(db, 1, 'shop'), orgId: 1 };
    // The app says that it is down, under the very name of a check, which finds it well; another check had the name before.
    await seedRows(
      db,
      'health',
      app,
      everyHour.map((at) => ({ at, service_name: 'api', status: 'down' }))
    );
    await seedRows(
      db,
      'health',
      checksApp,
      everyHour.flatMap((from, index) => [
        ...[0, 1, 2].map((at) => ({
          at: from + at * minute,
          service_name: index < 6 ? 'api before' : 'api',
          check_id: checkId,
          status: 'healthy',
          response_time_ms: 100,
          metadata: { interval_seconds: 60 },
        })),
        { at: from, service_name: index < 6 ? 'api' : 'mail', check_id: otherCheck, status: 'degraded' },
      ])
    );
    await markAndSummarise([app.id, checksApp.id]);
  });
  afterAll(() => store().close());

  const ask = async (summaries: boolean, part: Partial<Query>, hours = 12) => {
    const runner = createQueryRunner({
      store: createQueryStore({ pool: store().pools.query, summaries }),
      clock: systemClock,
    });
    const [frame] = await runner.run(
      { refId: 'A', kind: 'health', format: 'table', ...part },
      {
        who: { orgId: 1, seesPersonal: false },
        range: { from: start, to: start + hours * hour },
        intervalMs: hour,
        maxDataPoints: 100,
      }
    );
    return frame?.fields.map(({ values }) => values);
  };
  const of = (value: string, field = 'check_id') => [{ field, operator: '=' as const, value }];

  describe.each([true, false])('from summaries: %s', (summaries) => {
    it('are not mixed with what an app reports under its name, and stay with it when it is renamed', async () => {
      expect(await ask(summaries, { calculation: 'count', groupBy: ['status'], filters: of(checkId) })).toEqual([
        ['healthy'],
        [36],
      ]);
      expect(await ask(summaries, { calculation: 'p95', filters: of(checkId) })).toEqual([[expect.closeTo(100, -1)]]);
    });

    it('are told apart from what services report by themselves', async () => {
      expect(await ask(summaries, { calculation: 'count', groupBy: ['app', 'status'], filters: of('') })).toEqual([
        ['shop'],
        ['down'],
        [12],
      ]);
    });

    it('are still found by the name of a service, all of them', async () => {
      const count = await ask(summaries, { calculation: 'count', filters: of('api', 'service_name') });
      expect(count).toEqual([[12 + 18 + 6]]);
      const groups = await ask(summaries, { calculation: 'count', groupBy: ['service_name'] });
      expect(groups?.[0]).toEqual(expect.arrayContaining(['api', 'api before', 'mail']));
    });

    it('are none for what is no check', async () => {
      expect(await ask(summaries, { calculation: 'count', filters: of('not an id') })).toEqual([[0]]);
    });
  });

  it('say how long it was not down, whatever an app says', async () => {
    expect(await ask(false, { calculation: 'uptime', filters: of(checkId) })).toEqual([[100]]);
    expect(await ask(false, { calculation: 'uptime', groupBy: ['check_id'], filters: of(otherCheck) })).toEqual([
      [otherCheck],
      [100],
    ]);
  });

  it('are found also in sums that were kept by name only', async () => {
    const asOwner = (sql: string, values: unknown[] = []) =>
      withClient(db.ownerUrl, (client) => client.query(sql, values));
    const check = { service_name: 'api', kind: 'tcp' as const, settings: { host: 'api.example', port: 1 } };
    const { id } = await store().healthChecks.create({ orgId: 1, login: 'ada' }, check);
    await asOwner('alter table health_summary no force row level security');
    // As they were before, of a time of which no results are left.
    const insert = `insert into health_summary (org_id, app_id, bucket, n, total, zeros, measure, grain, status, dim, dim_value)
      values (1, $1, $2, 7, null, 0, '', 'day', 'down', 'service_name', '{api}')`;
    const long = new Date(start - 200 * day);
    await asOwner(insert, [app.id, long]);
    await asOwner(insert, [checksApp.id, long]);
    await asOwner('delete from schema_migrations where version >= 26');
    await migrate({
      ownerUrl: db.ownerUrl,
      roles: db.roleNames,
      rolePasswords: db.rolePasswords,
      logger: silentLogger,
      clock: systemClock,
      upTo: 26,
    });
    const { rows } = await store().pools.jobs.query(
      `select app_id, dim, dim_value from health_summary where bucket = $1 order by app_id`,
      [long]
    );
    expect(rows).toEqual([
      { app_id: checksApp.id, dim: 'service_name,check_id', dim_value: ['api', id] },
      { app_id: app.id, dim: 'service_name,check_id', dim_value: ['api', ''] },
    ]);
    const { rows: marks } = await store().pools.jobs.query(
      `select app_id, count(*)::int as hours from summary_dirty where kind = 'health' and grain = 'hour' group by 1`
    );
    expect(marks).toEqual([{ app_id: checksApp.id, hours: 12 }]);
    const { rows: forced } = await asOwner(
      `select relname from pg_class where relforcerowsecurity and relname in ('health_summary', 'health_checks', 'summary_dirty')`
    );
    expect(forced).toHaveLength(3);
    await summarise();
    expect(await ask(true, { calculation: 'count', filters: of(checkId) })).toEqual([[36]]);
  });
});
