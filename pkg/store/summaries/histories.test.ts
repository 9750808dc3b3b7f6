import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Query } from '../../../src/contract/query/Query';
import { rateWebVital } from '../../../src/contract/webVitals';
import type { RowSet } from '../../domain/ingest/rows';
import { systemClock } from '../../lib/Clock';
import { day, hour, startOfDay, week } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { sampleRows } from '../testing/sampleRows';
import { inTransaction } from '../connections/withOrganisation';
import { markDirty } from './markDirty';
import { type Act, type Drawn, history, historyLength } from './testing/history';
import { SummaryDatabase } from './testing/summaryDatabase';

const start = startOfDay(systemClock.now()) - 6 * day;
const end = start + historyLength;
/** More by `SEAMARK_HISTORIES`, of another sort by `SEAMARK_HISTORIES_SEED`. */
const runs = Number(process.env.SEAMARK_HISTORIES ?? 4);
const seed = Number(process.env.SEAMARK_HISTORIES_SEED ?? 4);
const range = { from: start + 17 * 60_000, to: end };
/** Holds every week that the history touches, which are over then. */
const weeks = { from: start - week - 5 * hour, to: end + week };

/** All that pages and dashboards ask, and every calculation once. */
const asked: Array<Partial<Query>> = [
  { kind: 'events', calculation: 'count' },
  { kind: 'events', calculation: 'count', groupBy: ['page_path'] },
  { kind: 'events', calculation: 'rate', groupBy: ['browser', 'event_type'] },
  { kind: 'events', calculation: 'count', filters: [{ field: 'page_path', operator: '=~', value: '^/p' }] },
  { kind: 'events', calculation: 'count', groupBy: ['environment', 'release'] },
  { kind: 'events', calculation: 'uniques_users' },
  { kind: 'events', calculation: 'uniques_users', groupBy: ['page_path'] },
  { kind: 'events', calculation: 'uniques_sessions' },
  { kind: 'errors', calculation: 'count', groupBy: ['severity'] },
  { kind: 'errors', calculation: 'count', groupBy: ['fingerprint', 'error_type', 'page_path'] },
  { kind: 'errors', calculation: 'uniques_sessions', groupBy: ['error_type'] },
  ...(['count', 'sum', 'avg', 'min', 'max', 'p50', 'p75', 'p95', 'p99', 'share_good', 'share_poor'] as const).map(
    (calculation) => ({ kind: 'performance' as const, metric: 'LCP', calculation })
  ),
  { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
  { kind: 'performance', metric: 'LCP', calculation: 'count', groupBy: ['rating'] },
  { kind: 'performance', calculation: 'count', groupBy: ['metric_type', 'device_type'] },
  { kind: 'metrics', metric: 'LCP', calculation: 'p90', groupBy: ['app'] },
  { kind: 'health', calculation: 'count', groupBy: ['service_name', 'status'] },
  { kind: 'health', calculation: 'p95', groupBy: ['service_name'] },
  { kind: 'health', metric: 'error_rate', calculation: 'avg' },
];

/** An id as random as a pseudonym, but the same each time. */
const idOf = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

function rowsOf(appId: string, drawn: readonly Drawn[]): Partial<RowSet> {
  const common = (one: Drawn) => ({
    app_id: appId,
    timestamp: start + one.at,
    page_path: one.page === '' ? null : one.page,
    device: { id: String(one.browser), info: { browser: `b${one.browser}` } },
    visitor_id: idOf(`visitor ${one.person}`),
    session_id: `s${one.person}`,
    is_bot: one.isBot,
  });
  return {
    analytics_events: drawn.map((one) => sampleRows.event({ ...common(one), event_type: one.metric })),
    error_logs: drawn.slice(0, 5).map((one) => sampleRows.error({ ...common(one), fingerprint: `f${one.view}` })),
    monitoring_metrics: drawn.map((one) => sampleRows.metric({ ...common(one), name: one.metric, value: one.value })),
    performance_data: drawn.map((one) =>
      sampleRows.performance({
        ...common(one),
        metric_type: one.metric,
        metric_value: one.value,
        rating: rateWebVital(one.metric, one.value) ?? null,
        metric_id: one.view === 0 ? null : `v${one.view}`,
      })
    ),
    system_health: drawn.slice(0, 5).map((one) =>
      sampleRows.health({
        app_id: appId,
        timestamp: start + one.at,
        service_name: `service ${one.browser}`,
        response_time_ms: one.view === 1 ? null : one.value,
      })
    ),
  };
}

const tables = [
  'perf_summary',
  'metrics_summary',
  'events_summary',
  'errors_summary',
  'health_summary',
  'uniques_summary',
];

forEachDatabase('summaries after random histories', (db) => {
  let database: SummaryDatabase;
  beforeAll(() => {
    database = new SummaryDatabase(db);
  });

  const play = async (appId: string, acts: readonly Act[]): Promise<void> => {
    let last: Partial<RowSet> = {};
    for (const act of acts) {
      switch (act.is) {
        case 'rows':
          last = rowsOf(appId, act.rows);
          await (act.byMinute
            ? database.writeByMinute(appId, last)
            : Promise.all([database.write(last), ...refreshes(act.jobs)]));
          break;
        case 'again':
          await database.write(last);
          break;
        case 'restart':
          await database.restartWriter();
          break;
        case 'erase':
          await erase(appId, act.person);
          break;
        case 'refresh':
          await Promise.all(refreshes(act.jobs));
      }
    }
  };

  const refreshes = (jobs: number) => Array.from({ length: jobs }, () => database.upkeep.refresh(end - 2 * hour));

  const erase = (appId: string, person: number): Promise<void> =>
    inTransaction(database.jobs, async (client) => {
      for (const [kind, table] of [
        ['events', 'analytics_events'],
        ['performance', 'performance_data'],
        ['errors', 'error_logs'],
        ['metrics', 'monitoring_metrics'],
      ] as const) {
        await client.query(`delete from raw.${table} where app_id = $1 and session_id = $2`, [appId, `s${person}`]);
        await markDirty(client, { orgId: 1, appId, kind, from: start, to: end });
      }
    });

  const stored = async (appId: string): Promise<string[][]> =>
    Promise.all(
      tables.map(async (table) => {
        // An hour that was added up of minutes does not know exactly how many there were, but counts the same bits.
        const rows = await database.asJobs(
          `select concat_ws(' ', s.grain, s.bucket, s.dim, s.dim_value, md5((to_jsonb(s) - $2::text)::text)) as row
            from ${table} s where app_id = $1 and grain <> 'minute' order by 1`,
          [appId, table === 'uniques_summary' ? 'n' : '']
        );
        return rows.map(({ row }) => String(row));
      })
    );

  const compare = async (
    app: string,
    within = range,
    formats: ReadonlyArray<'table' | 'time_series'> = ['table', 'time_series']
  ): Promise<number> => {
    let summed = 0;
    for (const part of asked) {
      for (const format of formats) {
        const filters = [...(part.filters ?? []), { field: 'app', operator: '=' as const, value: app }];
        const both = await database.both({ ...part, filters, format }, within, hour);
        expect(['raw', 'index']).toContain(both.raw.source);
        summed += both.summed.source === 'summary' ? 1 : 0;
        expect(numbersOf(both.summed.frames)).toEqual(
          numbersOf(both.raw.frames).map(([key, value]) => [key, value === null ? null : near(value)])
        );
      }
    }
    return summed;
  };

  it(
    'answer as raw rows do at any moment, and are what a recomputation makes',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, async (acts) => {
          const name = randomUUID();
          const appId = await database.app(name);
          await play(appId, acts);
          // The same process that stored a newer report, or the job, has marked what the report takes the place of.
          await database.upkeep.refresh(end - 2 * hour);
          await compare(name);
          await database.refresh(end + week);
          expect(await compare(name)).toBe(2 * asked.length);
          expect(await compare(name, weeks, ['table'])).toBe(asked.length);
          const kept = await stored(appId);
          await inTransaction(database.jobs, async (client) => {
            for (const kind of ['performance', 'metrics', 'events', 'errors', 'health'] as const) {
              await markDirty(client, { orgId: 1, appId, kind, from: start, to: end });
            }
          });
          await database.refresh(end + week);
          expect(await stored(appId)).toEqual(kept);
        }),
        { numRuns: runs, seed, endOnFailure: true }
      );
    },
    240_000 + 60_000 * runs
  );

  it('leave nothing open', () => database.end());
});

/** Values by series, time and group, without zeros where nothing was. */
function numbersOf(
  frames: ReadonlyArray<{ fields: ReadonlyArray<{ name: string; labels?: unknown; values: ReadonlyArray<unknown> }> }>
) {
  return frames
    .flatMap(({ fields }) => {
      const values = fields.at(-1);
      return (values?.values ?? []).map((value, row): [string, number | null] => [
        JSON.stringify([values?.labels, fields.slice(0, -1).map((field) => field.values[row])]),
        typeof value === 'number' ? value : null,
      ]);
    })
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}

/** Within half a percent, the error of a sketch; counts of few are exact. */
function near(value: number): unknown {
  return {
    asymmetricMatch: (found: unknown) =>
      typeof found === 'number' && Math.abs(found - value) <= Math.abs(value) * 0.00501 + 1e-9,
    toString: () => 'near',
    toAsymmetricMatcher: () => `near ${value}`,
  };
}
