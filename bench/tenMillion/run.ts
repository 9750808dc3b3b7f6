import { loadavg } from 'node:os';
import type { Pool } from 'pg';
import type { Query } from '../../src/contract/query/Query';
import { systemClock } from '../../pkg/lib/Clock';
import { day } from '../../pkg/lib/duration';
import { SummaryUpkeep } from '../../pkg/store/summaries/SummaryUpkeep';
import { percentile } from '../percentile';
import { asker, type Ask, timed } from './asker';
import { benchApps, loadEvents, makeApps } from './loadEvents';
import { openDatabase } from './openDatabase';
import { printColdAnswers } from './printColdAnswers';
import { combinations, lists, questions } from './questions';

const count = Number(process.env.BENCH_EVENTS ?? 10_000_000);
const days = Number(process.env.BENCH_DAYS ?? 30);
const apps = benchApps(Number(process.env.BENCH_APPS ?? 1));
/** How many jobs work off the log at once. */
const jobsAtOnce = Number(process.env.BENCH_JOBS ?? 1);
const users = 5;
/** Raw answers take seconds: a few say enough. */
const repeats = { summary: 20, raw: Number(process.env.BENCH_RAW_REPEATS ?? 3) };

async function main(): Promise<void> {
  const keep = process.env.BENCH_DATA_DIR;
  const now = systemClock.now();
  const range = { from: now - days * day, to: now };
  const database = await openDatabase(keep);
  try {
    const [app, ingest, jobs] = [
      database.pool('app', 1),
      database.pool('ingest', 1),
      database.pool('jobs', jobsAtOnce + 1),
    ];
    const query = database.pool('query', 8);
    await makeApps(app, ingest, apps);
    if (process.env.BENCH_LOADED === undefined) {
      const loading = await loadEvents(ingest, apps, count, days, now);
      console.log(`${count.toLocaleString('en-US')} events over ${days} days loaded in ${loading.toFixed(0)} s`);
    }
    await summarise(jobs, now);
    await printSizes(jobs);
    const of = (summaries: boolean): Ask => asker(query, range, summaries);
    console.log(`\nload of the machine before: ${loadavg()[0]?.toFixed(1)}; milliseconds, p50 / p95\n`);
    console.log(
      '| question over 30 days | raw, one user | summary, one user | summary, five users |\n| --- | --- | --- | --- |'
    );
    const all: number[] = [];
    for (const [name, part] of questions) {
      const raw = await times(of(false), part, repeats.raw, 1);
      const one = await times(of(true), part, repeats.summary, 1);
      const five = await times(of(true), part, repeats.summary, users);
      all.push(...five);
      console.log(`| ${name} | ${shown(raw)} | ${shown(one)} | ${shown(five)} |`);
    }
    for (const [name, part] of combinations) {
      const one = await times(of(true), part, repeats.raw, 1);
      const five = await times(of(true), part, repeats.raw, users);
      console.log(`| ${name} (index) | | ${shown(one)} | ${shown(five)} |`);
    }
    for (const [name, part] of lists) {
      const one = await times(of(true), part, repeats.summary, 1);
      const five = await times(of(true), part, repeats.summary, users);
      console.log(`| ${name} | | ${shown(one)} | ${shown(five)} |`);
    }
    const mixed = await dashboards(of(true));
    console.log(`| all of them at once, as dashboards ask, five users | | | ${shown(mixed)} |`);
    console.log(`\nall with five users: ${shown(all.sort((a, b) => a - b))}`);
  } finally {
    await database.stop();
  }
  if (keep !== undefined && process.env.BENCH_COLD !== undefined) {
    await printColdAnswers(keep, range);
  }
}

async function summarise(jobs: Pool, now: number): Promise<void> {
  const started = performance.now();
  const upkeep = new SummaryUpkeep(jobs);
  const left = async (): Promise<number> =>
    (
      await jobs.query(
        `select from summary_dirty where bucket < date_bin('1 hour', $1, 'epoch') and grain in ('minute', 'hour') limit 1`,
        [new Date(now)]
      )
    ).rowCount ?? 0;
  let done = 0;
  do {
    const passes = await Promise.all(Array.from({ length: jobsAtOnce }, () => upkeep.refresh(now)));
    done += passes.reduce((sum, buckets) => sum + buckets, 0);
  } while ((await left()) > 0);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${done} buckets summarised by ${jobsAtOnce} at once in ${seconds.toFixed(0)} s, ${((1000 * seconds) / Math.max(1, done)).toFixed(0)} ms each`
  );
  await jobs.query('select 1');
}

async function printSizes(jobs: Pool): Promise<void> {
  const { rows } = await jobs.query<{ name: string; size: string }>(
    `select name, pg_size_pretty(size) as size from (
      select relname::text as name, pg_total_relation_size(oid) as size from pg_class where relname ~ '_summary$' and relkind = 'r'
      union all select 'raw', sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'raw' and c.relkind = 'r') s where size > 100000 order by size desc`
  );
  console.log(rows.map(({ name, size }) => `${name} ${size}`).join(', '));
}

/** Milliseconds of each answer, sorted, after one that warms up. */
async function times(ask: Ask, part: Omit<Query, 'refId'>, repeat: number, atOnce: number): Promise<number[]> {
  await ask(part);
  const user = async (): Promise<number[]> => {
    const found: number[] = [];
    for (let index = 0; index < repeat; index += 1) {
      found.push(await timed(() => ask(part)));
    }
    return found;
  };
  return (await Promise.all(Array.from({ length: atOnce }, user))).flat().sort((a, b) => a - b);
}

/** Five users who each go through all questions again and again, beginning at different ones. */
async function dashboards(ask: Ask): Promise<number[]> {
  const user = async (_: unknown, offset: number): Promise<number[]> => {
    const found: number[] = [];
    for (let index = 0; index < 8 * questions.length; index += 1) {
      const [, part] = questions[(index + 2 * offset) % questions.length] ?? [];
      if (part !== undefined) {
        found.push(await timed(() => ask(part)));
      }
    }
    return found;
  };
  return (await Promise.all(Array.from({ length: users }, user))).flat().sort((a, b) => a - b);
}

function shown(sorted: readonly number[]): string {
  const at = (share: number) => percentile(sorted, share)?.toFixed(0) ?? '–';
  return `${at(0.5)} / ${at(0.95)}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
