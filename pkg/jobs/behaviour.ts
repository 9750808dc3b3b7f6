import { minute } from '../lib/duration';
import type { Maintenance } from './Maintenance';
import type { RepeatedJob } from './repeat';

/** Calculates what sessions did on days that are over. */
export function behaviourJob(maintenance: Maintenance): RepeatedJob {
  return {
    name: 'behaviour patterns',
    everyMs: 20 * minute,
    retryMs: 5 * minute,
    act: (now) => maintenance.refreshBehaviour(now),
  };
}
