import autocannon from 'autocannon';
import { faroBodies } from './faroBody';
import { plainBatches } from './plainBatch';

/** What one load run measured. Times in milliseconds. */
export interface LoadResult {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Answers by status, and requests that got none. */
  ok: number;
  refused: number;
  failed: number;
}

const bodies = { faro: faroBodies, plain: plainBatches };

/** Run as a process of its own: `generate.ts <faro|plain> <url> <connections> <seconds> <warm-up>`; prints a LoadResult. */
async function main(): Promise<void> {
  const [kind, url, connections, seconds, warmUp] = process.argv.slice(2);
  if ((kind !== 'faro' && kind !== 'plain') || !url) {
    throw new Error('usage: generate.ts faro|plain URL CONNECTIONS SECONDS [WARM-UP SECONDS]');
  }
  const next = bodies[kind](Date.now());
  const fire = (duration: number): Promise<autocannon.Result> =>
    autocannon({
      url,
      method: 'POST',
      connections: Number(connections),
      duration,
      headers: { 'content-type': 'application/json' },
      requests: [{ setupRequest: (request) => ({ ...request, body: next() }) }],
    });
  if (Number(warmUp) > 0) {
    await fire(Number(warmUp));
  }
  const result = await fire(Number(seconds));
  const loadResult: LoadResult = {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    ok: result['2xx'],
    refused: result.non2xx,
    failed: result.errors + result.timeouts,
  };
  process.stdout.write(JSON.stringify(loadResult));
}

void main();
