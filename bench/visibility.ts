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
    while (!(await isVisible(target, name))) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    delays.push(performance.now() - stored);
  }
  return delays.sort((a, b) => a - b);
}

async function isVisible(target: BenchTarget, metric: string): Promise<boolean> {
  const now = Date.now();
  const answer = await post(
    `${target.adminUrl}/api/v1/query`,
    {
      from: new Date(now - 3_600_000).toISOString(),
      to: new Date(now + 60_000).toISOString(),
      queries: [{ refId: 'A', kind: 'metrics', metric, calculation: 'count', format: 'table' }],
    },
    { authorization: `Bearer ${target.adminToken}` }
  );
  const { results } = answer as { results: { A: { frames: Array<{ data: { values: unknown[][] } }> } } };
  return results.A.frames[0]?.data.values.at(-1)?.[0] === 1;
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  }
  return response.json();
}
