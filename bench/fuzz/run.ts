import { parseArgs } from 'node:util';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { AdminClient } from '../../scripts/start/AdminClient';
import { startBenchTarget } from '../BenchTarget';
import { megabytes } from '../megabytes';
import { familyMemory } from '../processes/familyMemory';
import { chanceOf, mutateBytes, mutateValue } from './mutate';
import { seedsOf, type Seed } from './payloads';

const connections = 16;
const packers = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

/**
 * Sends changed payloads of every protocol to a real server. Prints counts by status, the memory before and after, and
 * the seed; exit 1 on any answer of 500, on any request without an answer, and when the server died.
 * `npm run bench:fuzz -- --requests 100000 --seed 1`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
  });
  const chance = chanceOf(Number(values.seed));
  const target = await startBenchTarget();
  const app = await new AdminClient(target.adminUrl, target.adminToken).findApp('bench');
  const seeds = seedsOf({ ...target, number: app?.number ?? 0 }, Date.now());
  const counts = new Map<string, number>();
  const bad: string[] = [];
  const before = familyMemory(target.pid);
  let left = Number(values.requests);
  const sender = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const seed = seeds[Math.floor(chance() * seeds.length)];
      if (seed !== undefined) {
        const request = requestOf(seed, target.serverKey, chance);
        const status = await send(target.ingestUrl + seed.path, request);
        counts.set(status, (counts.get(status) ?? 0) + 1);
        if (status === '500' || status === 'no answer') {
          bad.push(`${seed.path.replace(/[0-9a-f]{32}/, '…')} ${request.body.toString('latin1').slice(0, 500)}`);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  const after = familyMemory(target.pid);
  const alive = (await send(`${target.ingestUrl}/readyz`, undefined)) === '200';
  await target.stop();
  console.log(`seed ${values.seed}, ${values.requests} requests, memory ${megabytes(before)} → ${megabytes(after)} MB`);
  [...counts].sort().forEach(([status, count]) => console.log(`${status}: ${count}`));
  bad.slice(0, 5).forEach((line) => console.log(line));
  process.exitCode = bad.length === 0 && alive ? 0 : 1;
}

interface FuzzRequest {
  headers: Record<string, string>;
  body: Buffer;
}

function requestOf(seed: Seed, key: string, chance: () => number): FuzzRequest {
  let body = seed.bytes;
  if (seed.lines !== undefined) {
    const lines = [...seed.lines];
    for (let times = Math.floor(chance() * 4); times > 0; times -= 1) {
      const at = Math.floor(chance() * lines.length);
      lines[at] = mutateValue(lines[at], chance);
    }
    body = Buffer.from(lines.map((line) => JSON.stringify(line) ?? '').join('\n'));
  }
  if (seed.lines === undefined || chance() < 0.25) {
    body = mutateBytes(body, chance);
  }
  const headers: Record<string, string> = { 'content-type': seed.contentType, 'x-api-key': key };
  const packing = chance();
  const name = packing < 0.1 ? 'gzip' : packing < 0.15 ? 'deflate' : packing < 0.2 ? 'br' : undefined;
  if (name !== undefined) {
    headers['content-encoding'] = name;
    body = chance() < 0.8 ? packers[name](body) : body;
  }
  return { headers, body };
}

async function send(url: string, request: FuzzRequest | undefined): Promise<string> {
  try {
    const init = request === undefined ? {} : { method: 'POST', headers: request.headers, body: request.body };
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    await response.arrayBuffer();
    return String(response.status);
  } catch {
    return 'no answer';
  }
}

void main();
