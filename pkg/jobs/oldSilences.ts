import type { SilenceArchive } from '../domain/alerting/silences/SilenceRepository';
import { day, hour, minute } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** How long it stays known what was silenced: as long as summaries of errors. */
const keptMs = 365 * day;

/** Deletes silences that ended long ago. */
export function oldSilencesJob(silences: SilenceArchive): RepeatedJob {
  return { name: 'old silences', everyMs: hour, retryMs: 5 * minute, act: (now) => silences.forget(now - keptMs) };
}
