import type { BenchTarget } from './BenchTarget';

/**
 * Time from the answer of an ingest request until a query shows its item, in milliseconds, for `samples` items of a
 * metric of their own, one after the other.
 */
export async function visibilityDelays(target: BenchTarget, samples: number): Promise<number[]> {
  const delays: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const name = `BENCH_VISIBLE_${sample}`;
    const item = { type: 'metric', name, value: 1, unit: 'count', timestamp: new Date().toISOString() };
    await post(`${target.ingestUrl}/api/v1/events/${target.serverKey}`, { items: [item] });
    const stored = performance.now();
    while ((await target.admin.value({ kind: 'metrics', metric: name, calculation: 'count' })) !== 1) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    delays.push(performance.now() - stored);
  }
  return delays.sort((a, b) => a - b);
}

async function post(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  }
  await response.json();
}
