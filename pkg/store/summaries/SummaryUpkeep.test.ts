import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, startOfDay, week } from '../../lib/duration';
import { isoDay } from '../partitions/daysAhead';
import { forEachDatabase } from '../testing/forEachDatabase';
import { sampleRows } from '../testing/sampleRows';
import { withClient } from '../testing/withClient';
import { expireSummaries } from './expireSummaries';
import { SummaryDatabase } from './testing/summaryDatabase';

const start = startOfDay(systemClock.now()) - 4 * day;
const end = start + 2 * day;

forEachDatabase('SummaryUpkeep', (db) => {
  let database: SummaryDatabase;
  beforeAll(() => {
    database = new SummaryDatabase(db);
  });
  const total = async (app: string, grain: string): Promise<number> => {
    const [row] = await database.asJobs(
      `select coalesce(sum(n), 0)::int as n from events_summary where app_id = $1 and grain = $2 and dim = ''`,
      [app, grain]
    );
    return Number(row?.n);
  };
  const asked = (app: string, calculation: 'count' | 'p75' | 'p95' | 'uniques_users') => ({
    kind: calculation.startsWith('p') ? ('performance' as const) : ('events' as const),
    ...(calculation.startsWith('p') ? { metric: 'LCP' } : {}),
    calculation,
    format: 'table' as const,
    filters: [{ field: 'app', operator: '=' as const, value: app }],
  });
  const valueOf = async (app: string, calculation: 'count' | 'p75' | 'p95' | 'uniques_users') => {
    const both = await database.both(asked(app, calculation), { from: start, to: end });
    // What an index holds is the raw rows' own.
    expect([both.summed.source, both.raw.source]).toEqual(['summary', expect.stringMatching(/^(raw|index)$/)]);
    return [both.summed, both.raw].map(({ frames }) => Number(frames[0]?.fields.at(-1)?.values[0]));
  };

  it('keeps the mark of what is stored while an hour is being summarised', async () => {
    const app = await database.app('race');
    const event = () => sampleRows.event({ app_id: app, timestamp: start + 10 * hour });
    await database.write({ analytics_events: [event()] });
    const held = new Client({ connectionString: db.urlFor('jobs') });
    await held.connect();
    await held.query(`begin; lock table events_summary in share mode`);
    const refreshing = database.upkeep.refresh(end);
    // It has deleted the marks and waits to write; what comes now leaves one of its own.
    await new Promise((resolve) => setImmediate(resolve));
    await database.write({ analytics_events: [event()] });
    await held.query('commit');
    await held.end();
    await refreshing;
    expect(await valueOf('race', 'count')).toEqual([2, 2]);
    await database.refresh(end);
    expect(await valueOf('race', 'count')).toEqual([2, 2]);
    expect([await total(app, 'hour'), await total(app, 'six_hours'), await total(app, 'day')]).toEqual([2, 2, 2]);
  });

  it('does each bucket once though several work at it', async () => {
    const app = await database.app('several');
    const times = Array.from({ length: 40 }, (_, index) => start + index * hour);
    await database.write({ analytics_events: times.map((timestamp) => sampleRows.event({ app_id: app, timestamp })) });
    await Promise.all([1, 2, 3].map(() => database.upkeep.refresh(end)));
    await database.refresh(end);
    expect([await total(app, 'hour'), await total(app, 'six_hours'), await total(app, 'day')]).toEqual([40, 40, 40]);
  }, 30_000);

  it('sees at once what is stored, and does not summarise an hour that is not over', async () => {
    const app = await database.app('open');
    const rows = Array.from({ length: 3 }, (_, index) =>
      sampleRows.event({ app_id: app, timestamp: end - index * minute - 1 })
    );
    for (const row of rows) {
      await database.write({ analytics_events: [row] });
    }
    await database.upkeep.refresh(end - 10 * minute);
    expect(await total(app, 'hour')).toBe(0);
    expect(await valueOf('open', 'count')).toEqual([3, 3]);
  });

  it('keeps an hour of very much by the minute, and adds the hour up when it is over', async () => {
    const app = await database.app('minutes');
    const from = start + 5 * hour;
    const at = (minutes: number) =>
      sampleRows.event({ app_id: app, timestamp: from + minutes * minute, visitor_id: randomUUID() });
    const mark = (minutes: number) =>
      database.asJobs(
        `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
          values (1, $1, date_bin('1 minute', to_timestamp($2::float8 / 1000), 'epoch'), 'events', 'minute')`,
        [app, from + minutes * minute]
      );
    await database.write({ analytics_events: [at(1), at(2), at(2)] });
    await mark(1);
    await database.upkeep.refresh(from + 10.5 * minute);
    expect(await total(app, 'minute')).toBe(3);
    await database.write({ analytics_events: [at(20)] });
    await database.asJobs(`delete from summary_dirty where app_id = $1 and grain = 'hour'`, [app]);
    await mark(20);
    expect(await valueOf('minutes', 'count')).toEqual([4, 4]);
    await database.refresh(end);
    expect([await total(app, 'minute'), await total(app, 'hour'), await total(app, 'day')]).toEqual([4, 4, 4]);
    expect(await valueOf('minutes', 'uniques_users')).toEqual([4, 4]);
  });

  it('is off by 1 % at most for percentiles and 2 % for users', async () => {
    const app = await database.app('exact');
    const times = Array.from({ length: 6000 }, (_, index) => start + (index / 6000) * (end - start));
    await database.write({
      performance_data: times.map((timestamp, index) =>
        sampleRows.performance({
          app_id: app,
          timestamp,
          metric_id: null,
          metric_value: Math.exp(5 + ((index * 7919) % 4001) / 1000),
        })
      ),
    });
    await database.write({
      analytics_events: times.map((timestamp) =>
        sampleRows.event({ app_id: app, timestamp, visitor_id: randomUUID() })
      ),
    });
    await database.refresh(end);
    for (const [calculation, error] of [
      ['p75', 0.01],
      ['p95', 0.01],
      ['uniques_users', 0.02],
    ] as const) {
      const [summed = NaN, raw = NaN] = await valueOf('exact', calculation);
      expect(Math.abs(summed / raw - 1)).toBeLessThanOrEqual(error);
    }
  }, 60_000);

  it('leaves summaries of days whose rows are gone', async () => {
    const app = await database.app('old');
    await database.write({ analytics_events: [sampleRows.event({ app_id: app, timestamp: start + hour })] });
    await database.refresh(end);
    await withClient(db.ownerUrl, (client) =>
      client.query(
        `alter table raw.analytics_events detach partition raw.analytics_events_${isoDay(start).replace(/-/g, '')}`
      )
    );
    await database.asJobs(
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain) values (1, $1, to_timestamp($2::float8 / 1000), 'events', 'hour')`,
      [app, start + hour]
    );
    await database.refresh(end);
    expect([await total(app, 'hour'), await total(app, 'day')]).toEqual([1, 1]);
  });

  it('shows a query its own organisation only, and nothing without one', async () => {
    const rows = await withClient(db.urlFor('query'), async (client) => {
      const seen = [];
      for (const org of ['', '1', '2']) {
        await client.query(`select set_config('seamark.org_id', $1, false)`, [org]);
        const { rows: found } = await client.query(`select count(*)::int as n from events_summary`);
        seen.push(found[0].n > 0);
      }
      return seen;
    });
    expect(rows).toEqual([false, true, false]);
  });

  it('deletes hours with their raw rows, and days and their weeks with their tier', async () => {
    const before = await database.asJobs(`select count(*)::int as n from perf_summary where grain = 'hour'`);
    expect(Number(before[0]?.n)).toBeGreaterThan(0);
    expect(await expireSummaries(database.jobs, systemClock.now())).toBe(0);
    await database.refresh(end + week);
    await expireSummaries(database.jobs, end + 40 * day);
    const left = await database.asJobs(`select distinct grain, dim = '' as total from perf_summary order by 1, 2`);
    expect(left.map(({ grain }) => grain)).toEqual(['day', 'day', 'week', 'week']);
    // Weeks lose what their days lost.
    await expireSummaries(database.jobs, end + 400 * day);
    await database.upkeep.refresh(end + 400 * day);
    expect(await database.asJobs(`select distinct dim from perf_summary`)).toEqual([{ dim: '' }]);
    await expireSummaries(database.jobs, end + 800 * day);
    await database.upkeep.refresh(end + 800 * day);
    expect(await database.asJobs(`select from perf_summary union all select from uniques_summary`)).toEqual([]);
  });

  it('leaves nothing open', async () => {
    await database.end();
  });
});
