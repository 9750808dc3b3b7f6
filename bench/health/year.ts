import { loadavg } from 'node:os';
import type { Query } from '../../src/contract/query/Query';
import { createQueryRunner } from '../../pkg/domain/query/createQueryRunner';
import { systemClock } from '../../pkg/lib/Clock';
import { day } from '../../pkg/lib/duration';
import { StoredHealthChecks } from '../../pkg/store/health/StoredHealthChecks';
import { UptimeUpkeep } from '../../pkg/store/health/UptimeUpkeep';
import { createQueryStore } from '../../pkg/store/query/createQueryStore';
import { SummaryUpkeep } from '../../pkg/store/summaries/SummaryUpkeep';
import { percentile } from '../percentile';
import { openDatabase } from '../tenMillion/openDatabase';
import { type FilledCheck, fillResults } from './fillResults';

const admin = { orgId: 1, login: 'bench' };
/** Raw results are kept for so long; what is older is filled in sparsely, for all of it that stays are sums. */
const rawDays = 30;
const repeats = 40;
const service = 'service-3';

/**
 * How long everything takes that a check's page asks of a year: its charts, its uptime and its results, of one of
 * `checks` checks whose results of a year are stored and summarised.
 */
export async function measureYear(checks: number): Promise<void> {
  const database = await openDatabase(process.env.BENCH_DATA_DIR);
  try {
    const [app, jobs, query] = [database.pool('app', 2), database.pool('jobs', 2), database.pool('query', 4)];
    const keys = { organisationKey: async () => Buffer.alloc(32) };
    const stored = new StoredHealthChecks({ app, query }, keys, systemClock);
    const now = systemClock.now();
    const all: FilledCheck[] = [];
    for (let index = 0; index < checks; index += 1) {
      const settings = { url: `https://shop.example/${index}` };
      all.push(await stored.create(admin, { service_name: `service-${index}`, kind: 'http', settings }));
    }
    const started = performance.now();
    const older = { from: now - 365 * day, to: now - rawDays * day, everySeconds: 3600 };
    await fillResults(jobs, all, older);
    await fillResults(jobs, all, { from: older.to, to: now, everySeconds: 60 });
    console.log(`a year of results of ${checks} checks in ${seconds(started)} s`);
    await summarise(new SummaryUpkeep(jobs), new UptimeUpkeep(jobs), now);
    console.log(`summarised after ${seconds(started)} s; load of the machine ${loadavg()[0]?.toFixed(1)}\n`);

    const runner = createQueryRunner({ store: createQueryStore({ pool: query }), clock: systemClock });
    const context = {
      who: { orgId: 1, seesPersonal: false },
      range: { from: now - 365 * day, to: now },
      intervalMs: (365 * day) / 150,
      maxDataPoints: 150,
    };
    const ask = (part: Partial<Query>) => () =>
      runner.run(
        { refId: 'A', kind: 'health', filters: [{ field: 'service_name', operator: '=', value: service }], ...part },
        context
      );
    const id = all.find(({ service_name: name }) => name === service)?.id ?? '';
    const latest = { from: undefined, to: undefined, statuses: [], limit: 50, cursor: undefined };
    const everything: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
      ['results by status', ask({ calculation: 'count', groupBy: ['status'] })],
      ['response time p50', ask({ calculation: 'p50' })],
      ['response time p95', ask({ calculation: 'p95' })],
      ['uptime, 90 bars', () => stored.uptime(admin, id)],
      ['latest 50 results', () => stored.results(admin, id, latest)],
      ['latest 50 results that were down', () => stored.results(admin, id, { ...latest, statuses: ['down'] })],
    ];
    console.log('| of a year | p50 | p95 |\n| --- | --- | --- |');
    for (const [name, act] of everything) {
      console.log(`| ${name} | ${shown(await times(act))} |`);
    }
    const whole = () => Promise.all(everything.map(([, act]) => act()));
    console.log(`| all of them at once, as the page asks | ${shown(await times(whole))} |`);
  } finally {
    await database.stop();
  }
}

/** Until nothing is left to be added up. */
async function summarise(summaries: SummaryUpkeep, uptime: UptimeUpkeep, now: number): Promise<void> {
  while ((await summaries.refresh(now)) > 0) {
    // In pieces, as the job does.
  }
  await uptime.refresh(now);
}

/** Milliseconds, sorted, after one that warms up. */
async function times(act: () => Promise<unknown>): Promise<number[]> {
  await act();
  const found: number[] = [];
  for (let index = 0; index < repeats; index += 1) {
    const started = performance.now();
    await act();
    found.push(performance.now() - started);
  }
  return found.sort((one, other) => one - other);
}

function shown(sorted: readonly number[]): string {
  const at = (share: number) => percentile(sorted, share)?.toFixed(0) ?? '–';
  return `${at(0.5)} ms | ${at(0.95)} ms`;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
