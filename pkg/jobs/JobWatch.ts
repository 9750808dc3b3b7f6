import type { Clock } from '../lib/Clock';
import { minute } from '../lib/duration';
import type { RepeatedJob } from './repeat';

/** Rounds that a job may miss before it counts as standing still, and what any may take besides. */
const roundsMissed = 3;
const patienceMs = 5 * minute;

/** Knows when each job last did what it is for. */
export class JobWatch {
  readonly #clock: Clock;
  readonly #done = new Map<string, { at: number; everyMs: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The same job, watched from now on. */
  watched(job: RepeatedJob): RepeatedJob {
    const note = (): void => void this.#done.set(job.name, { at: this.#clock.now(), everyMs: job.everyMs });
    note();
    return {
      ...job,
      act: async (now) => {
        const done = await job.act(now);
        note();
        return done;
      },
    };
  }

  /** Names of jobs that did nothing for so long that nobody may rely on them. */
  standingStill(): string[] {
    const now = this.#clock.now();
    return [...this.#done]
      .filter(([, { at, everyMs }]) => now - at > roundsMissed * everyMs + patienceMs)
      .map(([name]) => name);
  }
}
