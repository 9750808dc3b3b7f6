import { hour, minute } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** Adds up how checks did, hour by hour. Nobody waits for it: what is not added up yet is read from results. */
export function uptimeJob(upkeep: { refresh(now: number): Promise<number> }): RepeatedJob {
  return {
    name: 'uptime',
    everyMs: minute,
    retryMs: minute,
    act: async (now) => {
      await upkeep.refresh(now);
      // As ordinary as a result that comes in: not worth a line each hour.
      return 0;
    },
  };
}

/** Deletes sums and incidents that nobody keeps any longer. */
export function oldUptimeJob(upkeep: { expire(now: number): Promise<number> }): RepeatedJob {
  return { name: 'old uptime', everyMs: hour, retryMs: 5 * minute, act: (now) => upkeep.expire(now) };
}
