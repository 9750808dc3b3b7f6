import { hour, minute, second } from '../lib/duration';
import type { Maintenance } from './Maintenance';
import type { RepeatedJob } from './repeat';

/** Counts errors into their groups. A critical error must be seen within 5 seconds. */
export function errorGroupJob(maintenance: Maintenance): RepeatedJob {
  return {
    name: 'error groups',
    everyMs: second,
    retryMs: second,
    act: async () => {
      await maintenance.refreshErrorGroups();
      // As ordinary as an error that comes in: not worth a line each second.
      return 0;
    },
  };
}

/** Takes groups up again that were to be ignored until now. */
export function endIgnoringJob(maintenance: Maintenance): RepeatedJob {
  return { name: 'ignored errors', everyMs: minute, retryMs: minute, act: (now) => maintenance.endIgnoring(now) };
}

/** Deletes counts of error groups that were kept long enough. */
export function trimErrorGroupsJob(maintenance: Maintenance): RepeatedJob {
  return { name: 'old errors', everyMs: hour, retryMs: 5 * minute, act: (now) => maintenance.trimErrorGroups(now) };
}
