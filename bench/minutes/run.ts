import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startBenchTarget, type BenchTarget } from '../BenchTarget';
import { minute, second } from '../../pkg/lib/duration';
import { sleep } from '../kill/Traffic';
import { Client } from '../load/Client';
import { plainBatches } from '../load/plainBatch';
import { sendPaced } from '../load/sendPaced';
import { megabytes } from '../megabytes';
import { percentile } from '../percentile';
import { familyMemory } from '../processes/familyMemory';
import { unlimitedApp } from '../unlimitedApp';
import { ask, type Question } from './ask';

const connections = 8;
const itemsABatch = 100;
const users = 5;

/** What a dashboard asks of the last hour while data comes in; the first three of one app, the rest of all. */
const questions = (app: string): readonly Question[] => {
  const ofApp = { filters: [{ field: 'app', operator: '=', value: app }] };
  return [
    { name: 'events per minute', query: { kind: 'events', calculation: 'count', format: 'time_series', ...ofApp } },
    {
      name: 'visitors per minute',
      query: { kind: 'events', calculation: 'uniques_users', format: 'time_series', ...ofApp },
    },
    {
      name: 'p75 of LCP per minute',
      query: { kind: 'performance', metric: 'LCP', calculation: 'p75', format: 'time_series', ...ofApp },
    },
    { name: 'events by app', query: { kind: 'events', calculation: 'count', groupBy: ['app'], limit: 1000 } },
    {
      name: 'p75 of LCP by app',
      query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['app'], limit: 1000 },
    },
  ];
};

/**
 * Plain batches at a steady rate, spread over some apps, while five users look at the last hour. Prints how long answers took
 * and what they were read from, and fails where not all that was acknowledged is counted.
 * `npm run bench:minutes -- --apps 1 --rate 2000 --minutes 5`; the rate is items a second, two in five of them events.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      apps: { type: 'string', default: '1' },
      rate: { type: 'string', default: '2000' },
      minutes: { type: 'string', default: '5' },
    },
  });
  const [apps, rate, minutes] = [Number(values.apps), Number(values.rate), Number(values.minutes)];
  const target = await startBenchTarget();
  const keys = [target.serverKey];
  for (let index = 1; index < apps; index += 1) {
    keys.push((await unlimitedApp(target.admin, `bench ${index}`)).serverKey);
  }
  const client = new Client(target.ingestUrl, connections);
  const ended = new AbortController();
  const sending = send(client, keys, rate / itemsABatch, ended.signal);
  const times = new Map<string, number[]>();
  const sources = new Map<string, Set<string>>();
  const halfway = performance.now() + (minutes * minute) / 2;
  const look = async (_: unknown, offset: number): Promise<void> => {
    const asked = questions('bench');
    for (let turn = offset; !ended.signal.aborted; turn += 1) {
      const question = asked[turn % asked.length];
      if (question !== undefined) {
        const { ms, source } = await ask(target.admin, question);
        if (performance.now() > halfway) {
          times.set(question.name, [...(times.get(question.name) ?? []), ms]);
          sources.set(question.name, (sources.get(question.name) ?? new Set()).add(source));
        }
      }
      await sleep(second / users);
    }
  };
  const looking = Promise.all(Array.from({ length: users }, look));
  await sleep(minutes * minute);
  const memory = familyMemory(target.pid);
  ended.abort();
  await Promise.all([sending, looking]);
  print(times, sources);
  console.log(`\n${apps} apps, load average ${loadavg()[0]?.toFixed(1)}, memory ${megabytes(memory)} MB`);
  await compare(target, (client.answers.get('200') ?? 0) * itemsABatch, [...client.answers]);
  client.close();
  await target.stop();
}

function print(times: ReadonlyMap<string, number[]>, sources: ReadonlyMap<string, Set<string>>): void {
  console.log('\n| question | answers | p50 | p95 | read from |\n| --- | --- | --- | --- | --- |');
  for (const [name, list] of times) {
    const sorted = list.sort((a, b) => a - b);
    const [p50, p95] = [0.5, 0.95].map((share) => percentile(sorted, share)?.toFixed(0));
    console.log(
      `| ${name} | ${list.length} | ${p50} ms | ${p95} ms | ${[...(sources.get(name) ?? [])].sort().join(', ')} |`
    );
  }
}

/** What was acknowledged and what summaries and raw rows count together, when nothing is sent any more. */
async function compare(
  { admin }: BenchTarget,
  acknowledged: number,
  answers: ReadonlyArray<[string, number]>
): Promise<void> {
  const counts = await Promise.all(
    ['events', 'performance'].map((kind) => admin.value({ kind, calculation: 'count', filters: [] }))
  );
  const counted = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  console.log(
    `answers ${answers.map(([status, count]) => `${count} × ${status}`).join(', ')}; acknowledged ${acknowledged}, counted ${counted}`
  );
  process.exitCode = counted === acknowledged ? 0 : 1;
}

/** Batches a second, to one app after the other, until `signal` is aborted. */
function send(client: Client, keys: readonly string[], rate: number, signal: AbortSignal): Promise<void> {
  let made = performance.now();
  let next = plainBatches(Date.now());
  return sendPaced(client, { connections, rate, signal }, (sent) => {
    if (performance.now() - made > second) {
      // Times go on, as those of real visitors do.
      made = performance.now();
      next = plainBatches(Date.now());
    }
    const path = `/api/v1/events/${keys[sent % keys.length] ?? ''}`;
    return { path, headers: { 'content-type': 'application/json' }, body: Buffer.from(next()) };
  });
}

void main();
