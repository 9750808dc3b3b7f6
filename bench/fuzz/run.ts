import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { megabytes } from '../megabytes';
import { familyMemory } from '../processes/familyMemory';
import { startBenchTarget, type BenchTarget } from '../BenchTarget';
import { Client, isFailure } from '../load/Client';
import { jsonSuite } from './json/jsonSuite';
import { requestOf } from './requestOf';
import { seedsOf } from './seedsOf';

const connections = 16;
const reportEvery = 50_000;
/** A server that hangs answers nobody: what comes after says nothing more. */
const mostFailures = 100;

const options = {
  requests: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '1' },
  /** Where the payloads' times lie; a replay on another day asks for that day's. */
  clock: { type: 'string', default: new Date().toISOString() },
  /** The most requests a second; 0 for as many as can be. */
  rate: { type: 'string', default: '0' },
  /** Seconds after which the run ends although requests are left. */
  seconds: { type: 'string', default: '86400' },
  /** One request alone, as a failure names it. */
  only: { type: 'string' },
} as const;

/**
 * Sends every JSON case to every route, then changed payloads of every protocol, to a real server. Prints answers by
 * status and memory; exit 1 on any answer of 5xx, on any request without an answer, and when the server died.
 * `npm run bench:fuzz -- --requests 100000 --seed 1`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const target = await startBenchTarget();
  const memory = [familyMemory(target.pid)];
  const failures = values.only === undefined ? await jsonSuite(target) : [];
  failures.push(...(await changedPayloads(target, values)));
  memory.push(familyMemory(target.pid));
  const alive = (await new Client(target.ingestUrl, 1).send({ method: 'GET', path: '/readyz', headers: {} })) === '200';
  await target.stop();
  console.log(
    `memory ${memory.map(megabytes).join(' → ')} MB, load average ${loadavg()[1]?.toFixed(1)}, alive ${alive}`
  );
  process.exitCode = failures.length === 0 && alive ? 0 : 1;
}

async function changedPayloads(
  target: BenchTarget,
  values: { requests: string; seed: string; clock: string; rate: string; seconds: string; only?: string }
): Promise<string[]> {
  const [seed, rate, requests] = [Number(values.seed), Number(values.rate), Number(values.requests)];
  const payloads = seedsOf(target, Date.parse(values.clock));
  const client = new Client(target.ingestUrl, connections);
  const failures: string[] = [];
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1_000;
  let sent = 0;
  const send = async (index: number): Promise<void> => {
    const request = requestOf(payloads, target.serverKey, seed, index);
    const status = request === undefined ? 'none' : await client.send(request);
    if (isFailure(status)) {
      const failure = `${status} --seed ${seed} --clock ${values.clock} --only ${index}`;
      console.log(failure);
      failures.push(failure);
    }
    sent += 1;
    if (sent % reportEvery === 0) {
      console.log(`${sent} in ${elapsed().toFixed(0)} s, ${megabytes(familyMemory(target.pid))} MB, ${counts(client)}`);
    }
  };
  const connection = async (first: number): Promise<void> => {
    for (
      let index = first;
      index < requests && elapsed() < Number(values.seconds) && failures.length < mostFailures;
      index += connections
    ) {
      await send(index);
      const ahead = rate > 0 ? sent / rate - elapsed() : 0;
      await new Promise((resolve) => (ahead > 0 ? setTimeout(resolve, ahead * 1_000) : setImmediate(resolve)));
    }
  };
  await (values.only === undefined
    ? Promise.all(Array.from({ length: connections }, (_, first) => connection(first)))
    : send(Number(values.only)));
  client.close();
  console.log(
    `changed payloads, --seed ${seed} --clock ${values.clock}: ${sent} requests in ${elapsed().toFixed(0)} s: ${counts(client)}`
  );
  return failures;
}

const counts = (client: Client): string =>
  [...client.answers]
    .sort()
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ');

void main();
