import type { Pool } from 'pg';
import type { Query } from '../../src/contract/query/Query';
import { createQueryRunner } from '../../pkg/domain/query/createQueryRunner';
import { systemClock } from '../../pkg/lib/Clock';
import { hour } from '../../pkg/lib/duration';
import { createQueryStore } from '../../pkg/store/query/createQueryStore';

/** Asks one question as a dashboard does. */
export type Ask = (query: Omit<Query, 'refId'>) => Promise<unknown>;

/** Questions about a range, both ends in epoch milliseconds, of summaries or of raw rows alone. */
export function asker(pool: Pool, range: { from: number; to: number }, summaries: boolean): Ask {
  const runner = createQueryRunner({
    store: createQueryStore({ pool, summaries, timeoutMs: 120_000 }),
    clock: systemClock,
  });
  const context = { who: { orgId: 1, seesPersonal: true }, range, intervalMs: hour, maxDataPoints: 1000 };
  return (part) => runner.run({ refId: 'A', ...part }, context);
}

/** Milliseconds that it takes. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
