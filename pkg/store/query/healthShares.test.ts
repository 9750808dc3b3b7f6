import type { Pool } from 'pg';
import type { Query } from '../../../src/contract/query/Query';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, startOfDay } from '../../lib/duration';
import { SummaryUpkeep } from '../summaries/SummaryUpkeep';
import { forEachDatabase } from '../testing/forEachDatabase';
import { openTestStore } from '../testing/openTestStore';
import { createQueryStore } from './createQueryStore';
import { seedApp, seedRows } from './testing/seedRows';

const start = startOfDay(systemClock.now()) - 2 * day;

forEachDatabase('shares of results of health', (db) => {
  const store = () => opened;
  let opened: ReturnType<typeof openTestStore>;
  beforeAll(async () => {
    opened = openTestStore(db);
    const app = { id: await seedApp(db, 1, 'shop'), orgId: 1 };
    // Ten an hour: seven healthy, two degraded, one down; one of the other service, which is down.
    const statuses = [...'hhhhhhhddx'].map((letter) => ({ h: 'healthy', d: 'degraded', x: 'down' })[letter] ?? '');
    const rows = Array.from({ length: 12 }, (_, index) => start + index * hour).flatMap((from) => [
      ...statuses.map((status, index) => ({ at: from + index * minute, service_name: 'api', status })),
      { at: from + 20 * minute, service_name: 'cache', status: 'down' },
    ]);
    await seedRows(db, 'health', app, rows);
    // As ingest leaves them.
    await store().pools.jobs.query(
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select 1, $1, $2::timestamptz + make_interval(hours => h), 'health', 'hour' from generate_series(0, 11) h`,
      [app.id, new Date(start)]
    );
    await new SummaryUpkeep(store().pools.jobs).refresh(start + day);
  });
  afterAll(() => store().close());

  const ask = async (pool: Pool, summaries: boolean, part: Partial<Query>, hours = 12) => {
    const runner = createQueryRunner({ store: createQueryStore({ pool, summaries }), clock: systemClock });
    const frames = await runner.run(
      { refId: 'A', kind: 'health', format: 'table', ...part },
      {
        who: { orgId: 1, seesPersonal: false },
        range: { from: start, to: start + hours * hour },
        intervalMs: hour,
        maxDataPoints: 100,
      }
    );
    return frames.map(({ fields }) => fields.map(({ values }) => values));
  };
  const api = [{ field: 'service_name', operator: '=' as const, value: 'api' }];

  it.each([true, false])('are of all results, by status (from summaries: %s)', async (summaries) => {
    const share = async (calculation: NonNullable<Query['calculation']>, filters = api) =>
      (await ask(store().pools.query, summaries, { calculation, filters }))[0]?.at(-1)?.[0];
    expect(await share('share_good')).toBe(70);
    expect(await share('share_needs_improvement')).toBe(20);
    expect(await share('share_poor')).toBe(10);
    expect(await share('share_poor', [])).toBeCloseTo((100 * 24) / 132, 9);
  });

  it.each([true, false])('are told apart by service and over time (from summaries: %s)', async (summaries) => {
    const pool = store().pools.query;
    const table = await ask(pool, summaries, { calculation: 'share_poor', groupBy: ['service_name'] });
    expect(table[0]).toEqual([
      ['cache', 'api'],
      [100, 10],
    ]);
    const series = await ask(pool, summaries, { calculation: 'share_good', filters: api, format: 'time_series' });
    expect(series[0]?.at(-1)?.filter((value) => value !== null)).toEqual(new Array(12).fill(70));
  });
});
