import type { Clock } from '../lib/Clock';
import type { Logger } from '../lib/Logger';
import type { Maintenance } from './Maintenance';
import { partitionJob } from './partitions';
import { repeat } from './repeat';
import { deletionJob, retentionJob, saltJob } from './retention';

export interface RunningJobs {
  /** Resolves when every job has ended; what is under way is let finish. */
  stop(): Promise<void>;
}

/** Starts everything that runs by itself. Harmless in several processes at once. */
export function startJobs(maintenance: Maintenance, clock: Clock, logger: Logger): RunningJobs {
  const stopping = new AbortController();
  const jobs = [partitionJob, retentionJob, saltJob, deletionJob].map((job) =>
    repeat(job(maintenance), clock, logger, stopping.signal)
  );
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(jobs);
    },
  };
}
