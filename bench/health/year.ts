import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyPoints, historyQueries, resultsOfCheck } from '../../src/contract/health/historyQueries';
import type { Query } from '../../src/contract/query/Query';
import { systemClock } from '../../pkg/lib/Clock';
import { day, second } from '../../pkg/lib/duration';
import { StoredHealthChecks } from '../../pkg/store/health/StoredHealthChecks';
import { UptimeUpkeep } from '../../pkg/store/health/UptimeUpkeep';
import { SummaryUpkeep } from '../../pkg/store/summaries/SummaryUpkeep';
import type { AdminClient } from '../../scripts/start/AdminClient';
import { ScratchServer } from '../../scripts/start/ScratchServer';
import { sleep } from '../kill/Traffic';
import { percentile } from '../percentile';
import { openDatabase } from '../tenMillion/openDatabase';
import { type FilledCheck, fillResults } from './fillResults';

const admin = { orgId: 1, login: 'bench' };
/** Raw results are kept for so long; what is older is filled in sparsely, for all of it that stays are sums. */
const rawDays = 30;
const repeats = 40;

/**
 * How long everything takes that a check's page asks of a year, through the admin listener of a server of its own: its
 * charts, its uptime, incidents and results, of one of `checks` checks whose results of a year are stored and summarised.
 */
export async function measureYear(checks: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'seamark-year-'));
  try {
    const now = systemClock.now();
    const id = await fillYear(dataDir, checks, now);
    const server = await ScratchServer.open({ dataDir });
    await untilOldResultsAreGone(server.admin, id, now);
    await ask(server.admin, id, now);
    await server.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Stores and adds up a year, before there is a server. Answers the id of a check in the middle. */
async function fillYear(dataDir: string, checks: number, now: number): Promise<string> {
  const database = await openDatabase(dataDir);
  try {
    const [app, jobs, query] = [database.pool('app', 2), database.pool('jobs', 2), database.pool('query', 2)];
    const keys = { organisationKey: async () => Buffer.alloc(32) };
    const stored = new StoredHealthChecks({ app, query }, keys, systemClock);
    const all: FilledCheck[] = [];
    for (let index = 0; index < checks; index += 1) {
      // Off: the server that is measured looks at nothing.
      const check = { kind: 'http' as const, settings: { url: `https://shop.example/${index}` }, enabled: false };
      all.push(await stored.create(admin, { service_name: `service-${index}`, ...check }));
    }
    const started = performance.now();
    const older = { from: now - 365 * day, to: now - rawDays * day, everySeconds: 3600 };
    await fillResults(jobs, all, older);
    await fillResults(jobs, all, { from: older.to, to: now, everySeconds: 60 });
    console.log(`a year of results of ${checks} checks in ${seconds(started)} s`);
    await summarise(new SummaryUpkeep(jobs), new UptimeUpkeep(jobs), now);
    console.log(`summarised after ${seconds(started)} s; load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
    return all[Math.floor(all.length / 2)]?.id ?? '';
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

/** The server drops what is older than raw results are kept: that is not to be measured, and leaves what there is in real life. */
async function untilOldResultsAreGone(client: AdminClient, id: string, now: number): Promise<void> {
  const path = `/health-checks/${id}/results?limit=1&to=${iso(now - (rawDays + 2) * day)}`;
  while ((await client.call<{ items: unknown[] }>('GET', path)).items.length > 0) {
    await sleep(second);
  }
}

async function ask(client: AdminClient, id: string, now: number): Promise<void> {
  const range = { from: iso(now - 365 * day), to: iso(now) };
  const within = `from=${range.from}&to=${range.to}`;
  const { status, p50, p95 } = historyQueries(resultsOfCheck(id));
  const read = (path: string) => () => client.call('GET', path);
  const chart = (...queries: Query[]) => {
    const body = { ...range, intervalMs: (365 * day) / historyPoints, maxDataPoints: historyPoints, queries };
    return async () => {
      const { results } = await client.call<{ results: Record<string, { error?: string }> }>('POST', '/query', body);
      const refused = Object.values(results).find(({ error }) => error !== undefined);
      if (refused) {
        throw new Error(refused.error);
      }
    };
  };
  const page: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
    ['the check', read(`/health-checks/${id}`)],
    ['results by status', chart(status)],
    ['response time p50 and p95', chart(p50, p95)],
    ['uptime, 90 bars', read(`/health-checks/${id}/uptime`)],
    ['latest 5 incidents', read(`/incidents?check=${id}&limit=5&${within}`)],
    ['latest 50 results', read(`/health-checks/${id}/results?limit=50&${within}`)],
  ];
  console.log('| of a year, through the admin listener | p50 | p95 |\n| --- | --- | --- |');
  for (const [name, act] of page) {
    console.log(`| ${name} | ${shown(await times(act))} |`);
  }
  const down = read(`/health-checks/${id}/results?limit=50&status=down&${within}`);
  console.log(`| latest 50 results that were down, once somebody asks for them | ${shown(await times(down))} |`);
  const whole = () => Promise.all(page.map(([, act]) => act()));
  console.log(`| all but the last at once, as the page asks | ${shown(await times(whole))} |`);
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

function iso(time: number): string {
  return new Date(time).toISOString();
}
