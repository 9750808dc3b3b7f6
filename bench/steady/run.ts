import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startBenchTarget, type BenchTarget } from '../BenchTarget';
import { sleep } from '../kill/Traffic';
import { Client } from '../load/Client';
import { faroBodies } from '../load/faroBody';
import { sendPaced } from '../load/sendPaced';
import { megabytes } from '../megabytes';
import { familyMemoryParts, type FamilyMemory } from '../processes/familyMemory';
import { slopePerHour } from './slopePerHour';

const connections = 8;
const questions = [
  { kind: 'events', calculation: 'count', groupBy: ['event_name'] },
  { kind: 'performance', metric: 'LCP', calculation: 'p75' },
  { kind: 'errors', calculation: 'count', groupBy: ['fingerprint'] },
  { kind: 'events', calculation: 'uniques_users' },
];

interface Minute extends FamilyMemory {
  minutes: number;
}

/**
 * The same load for a long time: Faro bodies, every one different, and a dashboard's question a second. Prints the memory
 * of server and database each minute, and what they gain an hour by the second half of the samples.
 * `npm run bench:steady -- --minutes 60 --rate 50`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '60' }, rate: { type: 'string', default: '50' } },
  });
  const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
  const target = await startBenchTarget();
  const client = new Client(target.ingestUrl, connections);
  const ended = new AbortController();
  const load = [sendSteadily(client, target, rate, ended.signal), askSteadily(target, ended.signal)];
  const series: Minute[] = [];
  console.log('| minute | server, MB | database, MB | answers | load average |\n| --- | --- | --- | --- | --- |');
  for (let minute = 0; minute <= minutes; minute += 1) {
    const sample = { minutes: minute, ...familyMemoryParts(target.pid) };
    series.push(sample);
    const answers = [...client.answers].map(([status, count]) => `${count} × ${status}`).join(', ');
    console.log(
      `| ${minute} | ${megabytes(sample.own)} | ${megabytes(sample.children)} | ${answers} | ${loadavg()[0]?.toFixed(1)} |`
    );
    await sleep(minute < minutes ? 60_000 : 0);
  }
  ended.abort();
  await Promise.all(load);
  client.close();
  await target.stop();
  const late = series.slice(series.length >> 1);
  const slope = (of: keyof FamilyMemory): string =>
    (slopePerHour(late.map((sample) => ({ minutes: sample.minutes, bytes: sample[of] }))) / 1024 / 1024).toFixed(1);
  console.log(`\nsecond half: server ${slope('own')} MB an hour, database ${slope('children')} MB an hour`);
}

function sendSteadily(client: Client, target: BenchTarget, rate: number, signal: AbortSignal): Promise<void> {
  let next = faroBodies(Date.now());
  const path = `/collect/${target.browserKey}`;
  return sendPaced(client, { connections, rate, signal }, (sent) => {
    if (sent % (rate * 60) === 0) {
      // Times go on, as those of real visitors do.
      next = faroBodies(Date.now());
    }
    return { path, headers: { 'content-type': 'application/json' }, body: Buffer.from(next()) };
  });
}

async function askSteadily({ admin }: BenchTarget, signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    await admin.table(questions[turn % questions.length] ?? {});
    await sleep(1_000);
  }
}

void main();
