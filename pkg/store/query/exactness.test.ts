import fc from 'fast-check';
import { Pool } from 'pg';
import type { Calculation } from '../../../src/contract/query/calculations';
import { createQueryRunner } from '../../domain/query/createQueryRunner';
import { systemClock } from '../../lib/Clock';
import { day, hour, minute, startOfDay } from '../../lib/duration';
import { forEachDatabase } from '../testing/forEachDatabase';
import { createQueryStore } from './createQueryStore';
import { seedApp, seedRows } from './testing/seedRows';

const start = startOfDay(systemClock.now()) - 5 * day;

interface Sample {
  at: number;
  value: number;
}

/** Nearest rank: the smallest value that at least `part` of all do not exceed. */
function nearestRank(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length - 1e-9) - 1)] ?? NaN;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const plainly: ReadonlyArray<[Calculation, (values: readonly number[]) => number]> = [
  ['count', (values) => values.length],
  ['sum', sum],
  ['avg', (values) => sum(values) / values.length],
  ['min', (values) => Math.min(...values)],
  ['max', (values) => Math.max(...values)],
  ['p50', (values) => nearestRank(values, 0.5)],
  ['p75', (values) => nearestRank(values, 0.75)],
  ['p90', (values) => nearestRank(values, 0.9)],
  ['p95', (values) => nearestRank(values, 0.95)],
  ['p99', (values) => nearestRank(values, 0.99)],
];

forEachDatabase('numbers of a query', (db) => {
  const sets: Array<{ app: string; samples: Sample[] }> = [];
  let pool: Pool;

  beforeAll(async () => {
    pool = new Pool({ connectionString: db.urlFor('query'), max: 2 });
    const drawn = fc.sample(
      fc.array(
        fc.record({
          at: fc.integer({ min: start, max: start + 2 * hour - 1 }),
          value: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -1_000_000, max: 1_000_000 })),
        }),
        { minLength: 1, maxLength: 200 }
      ),
      { numRuns: 8, seed: 7 }
    );
    for (const [index, samples] of drawn.entries()) {
      const app = `set ${index}`;
      sets.push({ app, samples });
      const rows = samples.map(({ at, value }) => ({ at, value, name: 'n' }));
      await seedRows(db, 'metrics', { id: await seedApp(db, 1, app), orgId: 1 }, rows);
    }
  });

  it.each(plainly)('%s is what plain arithmetic says, in every bucket of every width', async (calculation, compute) => {
    const runner = createQueryRunner({ store: createQueryStore({ pool }), clock: systemClock });
    for (const { app, samples } of sets) {
      for (const width of [minute, 7 * minute, hour]) {
        const range = { from: start + 3 * minute + 1, to: start + 100 * minute };
        const [frame] = await runner.run(
          {
            refId: 'A',
            kind: 'metrics',
            metric: 'n',
            calculation,
            filters: [{ field: 'app', operator: '=', value: app }],
          },
          { who: { orgId: 1, seesPersonal: false }, range, intervalMs: width, maxDataPoints: 1000 }
        );
        const bucketMs = Number(Reflect.get(Object(frame?.meta?.custom), 'bucketMs'));
        const buckets = new Map<number, number[]>();
        for (const { at, value } of samples.filter((one) => one.at >= range.from && one.at < range.to)) {
          const bucket = Math.floor(at / bucketMs) * bucketMs;
          buckets.set(bucket, [...(buckets.get(bucket) ?? []), value]);
        }
        const found = new Map(frame?.fields[0]?.values.map((time, row) => [time, frame.fields[1]?.values[row]]));
        for (const [bucket, values] of buckets) {
          expect(found.get(bucket)).toBeCloseTo(compute(values), 6);
        }
        const others = [...found].filter(([time]) => !buckets.has(Number(time)));
        expect(others.every(([, value]) => calculation === 'count' && value === 0)).toBe(true);
      }
    }
  });

  it('are read to the end', () => pool.end());
});
