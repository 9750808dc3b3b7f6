import { hour, minute } from '../lib/duration';
import type { Maintenance } from './Maintenance';
import type { RepeatedJob } from './repeat';

/** Removes raw rows that nobody keeps any longer. */
export function retentionJob(maintenance: Maintenance): RepeatedJob {
  return { name: 'retention', everyMs: hour, retryMs: 5 * minute, act: (now) => maintenance.dropExpired(now) };
}

/** Removes what an organisation keeps for less long than others, and archives that are too old. */
export function trimJob(maintenance: Maintenance): RepeatedJob {
  return { name: 'shorter retention', everyMs: hour, retryMs: 5 * minute, act: (now) => maintenance.trimExpired(now) };
}

/** Destroys salts 48 hours after the start of their day: then nobody can tell whose a pseudonym was. */
export function saltJob(maintenance: Maintenance): RepeatedJob {
  return { name: 'salts', everyMs: 10 * minute, retryMs: minute, act: (now) => maintenance.destroySalts(now) };
}

/** Deletes the rows of deleted apps. */
export function deletionJob(maintenance: Maintenance): RepeatedJob {
  return { name: 'deleted apps', everyMs: minute, retryMs: minute, act: (now) => maintenance.finishDeletions(now) };
}
