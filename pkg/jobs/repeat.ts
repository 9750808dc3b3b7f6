import type { Bell } from '../lib/Bell';
import type { Clock } from '../lib/Clock';
import type { Logger } from '../lib/Logger';

export interface RepeatedJob {
  name: string;
  everyMs: number;
  /** After a failure, so that a database that was away for a moment does not cost a whole period. */
  retryMs: number;
  /** Rung when there may be something to do before the period is over. */
  bell?: Bell;
  /** Answers how much it did; 0 is not worth a line in the log. */
  act: (now: number) => Promise<number>;
}

/** Runs a job at once and then again and again until `signal` is aborted. A failure is logged, never thrown. */
export async function repeat(job: RepeatedJob, clock: Clock, logger: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const pause = await runOnce(job, clock, logger);
    await (job.bell?.wait(pause, clock, signal) ?? clock.sleep(pause, signal));
  }
}

async function runOnce({ name, everyMs, retryMs, act }: RepeatedJob, clock: Clock, logger: Logger): Promise<number> {
  try {
    const done = await act(clock.now());
    if (done > 0) {
      logger.info('job done', { job: name, done });
    }
    return everyMs;
  } catch (error) {
    logger.error('job failed', error, { job: name });
    return Math.min(retryMs, everyMs);
  }
}
