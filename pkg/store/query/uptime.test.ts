import { Pool } from 'pg';
import type { Query } from '../../../src/contract/query/Query';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, startOfDay } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { createQueryStore } from './createQueryStore';
import { seedApp, seedRows } from './testing/seedRows';

const start = startOfDay(systemClock.now()) - 2 * day;

forEachDatabase('uptime', (db) => {
  let pool: Pool;
  let app: { id: string; orgId: number };

  const check = (
    service_name: string,
    minutes: number,
    status = 'healthy',
    metadata: Record<string, unknown> = {}
  ) => ({
    at: start + minutes * minute,
    service_name,
    status,
    metadata,
  });
  const ask = async (service: string, from: number, to: number, more: Partial<Query> = {}, now = start + day) => {
    const runner = createQueryRunner({ store: createQueryStore({ pool }), clock: { ...systemClock, now: () => now } });
    const [frame] = await runner.run(
      {
        refId: 'A',
        kind: 'health',
        calculation: 'uptime',
        format: 'table',
        filters: [{ field: 'service_name', operator: '=', value: service }],
        ...more,
      },
      {
        who: { orgId: 1, seesPersonal: false },
        range: { from: start + from * minute, to: start + to * minute },
        intervalMs: 1,
        maxDataPoints: 1000,
      }
    );
    return frame?.fields.at(-1)?.values;
  };

  beforeAll(async () => {
    pool = new Pool({ connectionString: db.urlFor('query'), max: 2 });
    app = { id: await seedApp(db, 1, 'shop'), orgId: 1 };
    const minutes = (count: number) => Array.from({ length: count }, (_, index) => index);
    await seedRows(db, 'health', app, [
      ...minutes(10).map((at) => check('steady', at)),
      ...minutes(10).map((at) => check('half', at, at < 5 ? 'down' : at === 7 ? 'degraded' : 'healthy')),
      ...[0, 1, 2, 30, 31, 32].map((at) => check('gappy', at, at < 30 ? 'healthy' : 'down')),
      check('alone', 0),
      check('slow', 0, 'healthy', { interval_seconds: 600 }),
      check('slow', 10, 'down', { interval_seconds: 600 }),
      check('mad', 0, 'healthy', { interval_seconds: 'often' }),
      check('mad', 1, 'down', { interval_seconds: 1e300 }),
    ]);
  });

  it('is the share of the observed time that was not down; degraded counts as up', async () => {
    expect(await ask('steady', 0, 10)).toEqual([100]);
    expect(await ask('half', 0, 10)).toEqual([50]);
  });

  it('takes the result before the range for its beginning', async () => {
    expect(await ask('half', 4.5, 5.5)).toEqual([50]);
  });

  it('takes a result for three usual gaps at most, and the rest as unobserved', async () => {
    // Healthy 0–5 (2 + three minutes of the last), nobody looked 5–30, down 30–35.
    expect(await ask('gappy', 0, 60)).toEqual([50]);
    expect(await ask('gappy', 6, 29)).toEqual([null]);
  });

  it('takes a minute for a service’s interval that was seen once', async () => {
    expect(await ask('alone', 0, 60, { format: 'time_series', intervalMs: minute })).toEqual([100, 100, 100]);
  });

  it('takes the interval that a result states', async () => {
    // Healthy 0–10, down 10–40, of which the range shows 10 minutes.
    expect(await ask('slow', 0, 20)).toEqual([50]);
    expect(await ask('slow', 10, 60)).toEqual([0]);
  });

  it('survives intervals that are none', async () => {
    expect(await ask('mad', 0, 2)).toEqual([50]);
  });

  it('ends now, not at the end of a range that reaches into the future', async () => {
    const now = start + 10 * minute;
    expect(await ask('half', 0, 60, {}, now)).toEqual([50]);
    expect(await ask('half', 0, 60, {}, start + 5 * minute)).toEqual([0]);
  });

  it('is cut at the edges of the buckets', async () => {
    const series = { format: 'time_series' as const, intervalMs: 2 * minute };
    expect(await ask('half', 0, 10, series)).toEqual([0, 0, 50, 100, 100]);
  });

  it('is told apart by service and app', async () => {
    const all = { filters: [], groupBy: ['service_name', 'app'] };
    const runner = createQueryRunner({
      store: createQueryStore({ pool }),
      clock: { ...systemClock, now: () => start + hour },
    });
    const [frame] = await runner.run(
      { refId: 'A', kind: 'health', calculation: 'uptime', format: 'table', ...all, limit: 2 },
      {
        who: { orgId: 1, seesPersonal: false },
        range: { from: start, to: start + 10 * minute },
        intervalMs: 1,
        maxDataPoints: 10,
      }
    );
    expect(frame?.fields.map((field) => field.values)).toEqual([
      ['alone', 'gappy'],
      ['shop', 'shop'],
      [100, 100],
    ]);
  });

  it('is nothing where nothing was observed', async () => {
    expect(await ask('unknown', 0, 60)).toEqual([null]);
    await pool.end();
  });
});
