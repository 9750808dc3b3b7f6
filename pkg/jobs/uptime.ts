import { minute } from '../lib/duration';
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
