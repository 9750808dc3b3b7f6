import type { SilenceArchive } from '../domain/alerting/silences/SilenceRepository';
import { hour, minute } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** Deletes silences that ended so long ago that their organisation keeps them no longer. */
export function oldSilencesJob(silences: SilenceArchive): RepeatedJob {
  return { name: 'old silences', everyMs: hour, retryMs: 5 * minute, act: (now) => silences.forget(now) };
}
