import { setMaxListeners } from 'node:events';
import type { Clock } from '../lib/Clock';
import { second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import { behaviourJob } from './behaviour';
import { endIgnoringJob, errorGroupJob, trimErrorGroupsJob } from './errorGroups';
import { JobWatch } from './JobWatch';
import type { Maintenance } from './Maintenance';
import { partitionJob } from './partitions';
import { repeat, type RepeatedJob } from './repeat';
import { deletionJob, retentionJob, saltJob, trimJob } from './retention';
import { expiredSummariesJob, summaryJob } from './summaries';

/** Grafana kills a plugin that takes more than two seconds to end. */
const patienceMs = second;

export interface RunningJobs {
  /** Starts no job again. Waits a second for what is under way: each goes on with the next start where it was cut short. */
  stop(): Promise<void>;
}

const kinds = [
  partitionJob,
  retentionJob,
  trimJob,
  behaviourJob,
  saltJob,
  deletionJob,
  errorGroupJob,
  endIgnoringJob,
  trimErrorGroupsJob,
  summaryJob,
  expiredSummariesJob,
] as const;

/** Starts everything that runs by itself, watched by `watch`. Harmless in several processes at once. */
export function startJobs(
  maintenance: Maintenance,
  clock: Clock,
  logger: Logger,
  others: readonly RepeatedJob[] = [],
  watch = new JobWatch(clock)
): RunningJobs {
  const stopping = new AbortController();
  const all = [...kinds.map((job) => job(maintenance)), ...others].map((job) => watch.watched(job));
  // Every job listens while it sleeps: from the eleventh on Node would take that for a leak.
  setMaxListeners(all.length, stopping.signal);
  const jobs = all.map((job) => repeat(job, clock, logger, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([Promise.all(jobs), clock.sleep(patienceMs)]);
    },
  };
}
