import { hour, minute, second } from '../lib/duration';
import type { Maintenance } from './Maintenance';
import type { RepeatedJob } from './repeat';

/** Brings summaries up to date. Nobody waits for it: what is not yet summarised is read from raw rows. */
export function summaryJob(maintenance: Maintenance): RepeatedJob {
  return {
    name: 'summaries',
    everyMs: 10 * second,
    retryMs: 10 * second,
    act: async (now) => {
      await maintenance.refreshSummaries(now);
      // As ordinary as an event that comes in: not worth a line each time.
      return 0;
    },
  };
}

/** Deletes summaries that nobody keeps any longer. */
export function expiredSummariesJob(maintenance: Maintenance): RepeatedJob {
  return {
    name: 'old summaries',
    everyMs: hour,
    retryMs: 5 * minute,
    act: (now) => maintenance.expireSummaries(now),
  };
}
