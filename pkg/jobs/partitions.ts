import { hour, second } from '../lib/duration';
import type { Maintenance } from './Maintenance';
import type { RepeatedJob } from './repeat';

/** Keeps partitions ready for the days to come, so that no request has to wait for one. */
export function partitionJob(maintenance: Maintenance): RepeatedJob {
  return {
    name: 'partitions ahead',
    everyMs: hour,
    retryMs: 10 * second,
    act: (now) => maintenance.ensureDaysAhead(now),
  };
}
