import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Ledger } from '../kill/Ledger';
import { storedItems } from '../kill/storedItems';
import { sleep, Traffic } from '../kill/Traffic';
import { runLoad } from '../load/runLoad';
import { megabytes } from '../megabytes';
import { family } from '../processes/family';
import { familyMemory } from '../processes/familyMemory';
import { postmasterOf } from '../processes/postmasterOf';
import { Site, type Keys } from './Site';
import { slowConnections } from './slowConnections';

interface Row {
  fault: string;
  seen: string;
  expected: string;
  passed: boolean;
}

const plain = (url: string, keys: Keys): string => `${url}/api/v1/events/${keys.server}`;

/**
 * Lets faults happen to a server under load and prints what its clients saw; exit 1 when anything acknowledged is lost
 * or there twice, or a fault had another end than it should. `npm run bench:faults -- --hang 20`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      hang: { type: 'string', default: '20' },
      slow: { type: 'string', default: '10000' },
      load: { type: 'string', default: '15' },
    },
  });
  const site = await Site.open();
  const keys = await site.createApp('faults');
  const ledger = new Ledger();
  const rows: Row[] = [];
  const within = async (
    fault: string,
    expected: string,
    act: (traffic: Traffic) => Promise<[seen: string, passed: boolean]>
  ): Promise<void> => {
    const traffic = new Traffic(ledger, [plain(site.server.ingestUrl, keys)]);
    await sleep(1_000);
    const [seen, passed] = await act(traffic);
    await traffic.stop();
    const answers = [...traffic.answers].map(([status, count]) => `${count} × ${status || 'none'}`).join(', ');
    rows.push({
      fault,
      seen: `${seen}; answers ${answers}`,
      expected,
      passed: passed && traffic.withoutRetryAfter === 0,
    });
    console.log(`${fault}: ${seen}`);
  };

  await within('SIGKILL of the server, twice', 'starts again', async () => {
    for (let kill = 0; kill < 2; kill += 1) {
      process.kill(site.pid, 'SIGKILL');
      await site.restart();
      await sleep(1_000);
    }
    return ['started again', true];
  });
  await within('SIGTERM of the server', 'exit code 0, what was under way is answered', async () => {
    const { server } = site;
    process.kill(site.pid, 'SIGTERM');
    const code = await server.ended;
    await site.restart();
    return [`exit code ${code}`, code === 0];
  });
  await within('SIGKILL of PostgreSQL, twice', 'back within 30 s', async (traffic) => {
    let longest = 0;
    for (let kill = 0; kill < 2; kill += 1) {
      process.kill(postmasterOf(site.pid), 'SIGKILL');
      longest = Math.max(longest, await untilAccepted(traffic));
      await sleep(1_000);
    }
    return [`accepted again after at most ${longest} ms`, longest < 30_000];
  });
  await within(
    `SIGSTOP of PostgreSQL for ${values.hang} s`,
    '503 with Retry-After, back within 30 s',
    async (traffic) => {
      const stopped = family(postmasterOf(site.pid));
      stopped.forEach(({ pid }) => process.kill(pid, 'SIGSTOP'));
      await sleep(Number(values.hang) * 1_000);
      stopped.forEach(({ pid }) => process.kill(pid, 'SIGCONT'));
      const back = await untilAccepted(traffic);
      return [`accepted again ${back} ms after SIGCONT`, back < 30_000];
    }
  );
  await twoServers(site, keys, ledger, rows);
  await overload(site, Number(values.load), rows);
  await slow(site, keys, Number(values.slow), rows);

  const result = ledger.compare(await storedItems(site.admin()));
  await site.close();
  rows.push({
    fault: 'the ledger of all of it',
    seen: `acknowledged ${result.acknowledged}, found ${result.found}, lost ${result.lost}, twice ${result.twice}`,
    expected: 'lost 0, twice 0',
    passed: result.lost === 0 && result.twice === 0 && result.acknowledged > 0,
  });
  console.log(
    `\nload average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}\n\n| fault | seen | must be | |\n| --- | --- | --- | --- |`
  );
  rows.forEach((row) =>
    console.log(`| ${row.fault} | ${row.seen} | ${row.expected} | ${row.passed ? 'passed' : 'FAILED'} |`)
  );
  process.exitCode = rows.every(({ passed }) => passed) ? 0 : 1;
}

/** Milliseconds until the next batch is accepted. */
async function untilAccepted(traffic: Traffic): Promise<number> {
  const start = performance.now();
  while (traffic.lastAccepted < start) {
    await sleep(10);
    if (performance.now() - start > 60_000) {
      break;
    }
  }
  return Math.round(performance.now() - start);
}

/** Two servers on one database: either is killed while clients send to both. */
async function twoServers(site: Site, keys: Keys, ledger: Ledger, rows: Row[]): Promise<void> {
  const second = await site.second();
  const traffic = new Traffic(ledger, [plain(site.server.ingestUrl, keys), plain(second.ingestUrl, keys)]);
  await sleep(2_000);
  process.kill(second.pid ?? 0, 'SIGKILL');
  await second.ended;
  const gap = await untilAccepted(traffic);
  const third = await site.second();
  await sleep(1_000);
  await traffic.stop();
  await second.dispose();
  await third.dispose();
  rows.push({
    fault: 'two servers on one database, one of them killed',
    seen: `the other accepted ${gap} ms later`,
    expected: 'the other goes on',
    passed: gap < 15_000,
  });
}

/** Goodput with ten times the clients, and what a quiet app gets beside them. */
async function overload(site: Site, seconds: number, rows: Row[]): Promise<void> {
  const [noisy, quiet] = [await site.createApp('noisy'), await site.createApp('quiet')];
  const url = plain(site.server.ingestUrl, noisy);
  await runLoad('plain', url, { connections: 50, seconds: 3 });
  const peak = await runLoad('plain', url, { connections: 50, seconds });
  const flood = runLoad('plain', url, { connections: 500, seconds });
  await sleep(1_500);
  const delays: number[] = [];
  let refused = 0;
  const end = performance.now() + (seconds - 3) * 1_000;
  while (performance.now() < end) {
    const start = performance.now();
    const item = { type: 'event', event_type: 'quiet', timestamp: new Date().toISOString() };
    const answer = await fetch(plain(site.server.ingestUrl, quiet), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item] }),
    });
    refused += answer.ok ? 0 : 1;
    delays.push(performance.now() - start);
    await sleep(50);
  }
  const memory = megabytes(familyMemory(site.pid));
  const over = await flood;
  const goodput = over.ok / peak.ok;
  rows.push({
    fault: '10 × overload by one app',
    seen: `${(goodput * 100).toFixed(0)} % of peak goodput (${Math.round(peak.ok / seconds)} → ${Math.round(over.ok / seconds)} batches of 100 a second), refused ${over.refused}, failed ${over.failed}, memory ${memory} MB`,
    expected: '80 %, 512 MB',
    passed: goodput >= 0.8 && memory < 512,
  });
  const median = delays.sort((a, b) => a - b)[delays.length >> 1] ?? Number.NaN;
  rows.push({
    fault: 'a quiet app beside it',
    seen: `${delays.length} requests, refused ${refused}, median ${median.toFixed(0)} ms, the noisy one's ${over.p50} ms`,
    expected: 'refused 0, sooner than the noisy one',
    passed: refused === 0 && delays.length > 0,
  });
}

/** Clients that hold connections: those who behave are served all the while. */
async function slow(site: Site, keys: Keys, count: number, rows: Row[]): Promise<void> {
  const port = Number(new URL(site.server.ingestUrl).port);
  const before = familyMemory(site.pid);
  const request = `POST /api/v1/events/${keys.server} HTTP/1.1\r\nhost: x\r\ncontent-length: 2000000\r\n\r\n{"items":[`;
  const crowd = await slowConnections(port, count, request, 1_000);
  const half = await slowConnections(port, 40, request, 0);
  await sleep(3_000);
  // What the server has accepted; the kernel may have greeted a few more.
  const held = readdirSync(`/proc/${site.pid}/fd`).length;
  const start = performance.now();
  const answer = await fetch(plain(site.server.ingestUrl, keys), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"items":[]}',
  });
  const took = Math.round(performance.now() - start);
  const grown = megabytes(familyMemory(site.pid) - before);
  await sleep(35_000);
  const [left, halfLeft] = [crowd.open(), half.open()];
  crowd.end();
  half.end();
  rows.push({
    fault: `${count} connections that send a byte a second, 40 that stop in the middle of a body`,
    seen: `${held} files open at the server, ${left} and ${halfLeft} after 38 s; a request meanwhile: ${answer.status} in ${took} ms; memory + ${grown} MB`,
    expected: 'bounded, all ended, others served',
    passed: held <= 8_400 && left === 0 && halfLeft === 0 && answer.status === 200 && grown < 300,
  });
}

void main();
