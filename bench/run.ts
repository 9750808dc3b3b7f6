import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { startBenchTarget, type BenchTarget } from './BenchTarget';
import { cpuTime, type CpuTime } from './processes/cpuTime';
import { familyMemory } from './processes/familyMemory';
import type { LoadResult } from './load/generate';
import { runLoad, startBareFastify } from './load/runLoad';
import { megabytes } from './megabytes';
import { percentile } from './percentile';
import { visibilityDelays } from './visibility';

/** One line of the table. */
interface Row {
  figure: string;
  measured: string;
  reference: string;
}

const seconds = Number(process.env.BENCH_SECONDS ?? 15);
const load = { connections: 50, seconds };
/** Until the engine has compiled what is used; the yardstick has as much. */
const warmUp = { ...load, seconds: Number(process.env.BENCH_WARM_UP_SECONDS ?? 10) };
const round = (value: number): string => Math.round(value).toLocaleString('en-US');

async function measure(): Promise<Row[]> {
  const bare = await startBareFastify();
  const yardstick = await runLoad('faro', bare.url, { ...load, warmUp: warmUp.seconds });
  bare.stop();
  const target = await startBenchTarget();
  try {
    const atRest = familyMemory(target.pid);
    const faro = await afterWarmingUp(target, 'faro', `${target.ingestUrl}/collect/${target.browserKey}`);
    const plain = await afterWarmingUp(target, 'plain', `${target.ingestUrl}/api/v1/events/${target.serverKey}`);
    const underLoad = familyMemory(target.pid);
    const delays = await visibilityDelays(target, 200);
    const share = faro.requestsPerSecond / yardstick.requestsPerSecond;
    return [
      {
        figure: 'bare Fastify that parses the same bodies, requests/s',
        measured: round(yardstick.requestsPerSecond),
        reference: 'the yardstick of this run',
      },
      {
        figure: 'Faro requests/s, 9 to 12 KB each, 202 after COMMIT, 50 connections',
        measured: `${round(faro.requestsPerSecond)} = ${share.toFixed(2)} × bare Fastify; p99 ${faro.p99} ms; refused ${faro.refused}, failed ${faro.failed}`,
        reference: '0.22 × bare Fastify; stretch p99 30 ms',
      },
      {
        figure: 'events/s, plain batches of 100, embedded PostgreSQL',
        measured: `${round(plain.requestsPerSecond * 100)}; p99 ${plain.p99} ms; refused ${plain.refused}, failed ${plain.failed}`,
        reference: '25,000; stretch 50,000',
      },
      {
        figure: 'processor time a request, server + database: Faro; plain batch',
        measured: `${faro.cost}; ${plain.cost}`,
        reference: 'steadier than rates on a busy machine',
      },
      {
        figure: 'memory of server and database, at rest / after load',
        measured: `${megabytes(atRest)} / ${megabytes(underLoad)} MB`,
        reference: '300 MB / 500 MB; stretch 350 MB',
      },
      {
        figure: 'stored → visible in a query, median / p99',
        measured: `${at(delays, 0.5)} / ${at(delays, 0.99)} ms`,
        reference: 'p99 1,000 ms; stretch 250 ms',
      },
    ];
  } finally {
    await target.stop();
  }
}

/** One load, and the processor time of each of its requests. */
async function afterWarmingUp(
  { pid }: BenchTarget,
  kind: 'faro' | 'plain',
  url: string
): Promise<LoadResult & { cost: string }> {
  await runLoad(kind, url, warmUp);
  const before = cpuTime(pid);
  const result = await runLoad(kind, url, load);
  return { ...result, cost: cost(before, cpuTime(pid), result.ok) };
}

/** Microseconds of processor time a request. */
function cost(before: CpuTime, after: CpuTime, requests: number): string {
  const each = (ms: number): number => Math.round((ms * 1_000) / requests);
  return `${each(after.own - before.own)} + ${each(after.children - before.children)} µs`;
}

/** Percentile of sorted values, to a tenth. */
function at(sorted: readonly number[], share: number): string {
  return (percentile(sorted, share) ?? Number.NaN).toFixed(1);
}

async function main(): Promise<void> {
  const rows = await measure();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${megabytes(totalmem())} MB, Node ${process.version}`;
  console.log(
    `\n${machine}; load generator on the same cores; ${seconds} s a row, Faro and plain after ${warmUp.seconds} s of warming up\n`
  );
  console.log('| figure | measured | must reach |\n| --- | --- | --- |');
  rows.forEach((row) => console.log(`| ${row.figure} | ${row.measured} | ${row.reference} |`));
  const file = process.argv[process.argv.indexOf('--json') + 1];
  if (process.argv.includes('--json') && file) {
    writeFileSync(file, `${JSON.stringify({ machine, seconds, rows }, null, 2)}\n`);
  }
}

void main();
