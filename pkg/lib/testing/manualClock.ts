import type { Clock } from '../Clock';

export interface ManualClock extends Clock {
  /** Moves time on and wakes who slept until then; resolves when what they do at once is done. */
  advance(ms: number): Promise<void>;
}

/** A clock that stands still until it is moved. */
export function manualClock(start = Date.UTC(2026, 10, 23, 9)): ManualClock {
  let now = start;
  const sleepers = new Set<{ until: number; wake: () => void }>();
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.resolve();
    }
  };
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { until: now + ms, wake: done };
        function done(): void {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', done);
          resolve();
        }
        if (signal?.aborted) {
          resolve();
          return;
        }
        sleepers.add(sleeper);
        signal?.addEventListener('abort', done);
      }),
    advance: async (ms) => {
      await settle();
      const target = now + ms;
      for (;;) {
        const [next] = [...sleepers].filter(({ until }) => until <= target).sort((a, b) => a.until - b.until);
        if (!next) {
          break;
        }
        now = Math.max(now, next.until);
        next.wake();
        await settle();
      }
      now = target;
      await settle();
    },
  };
}
