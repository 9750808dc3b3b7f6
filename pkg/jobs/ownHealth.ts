import type { Beat } from '../domain/health/heartbeats/Beat';
import type { OwnHealth } from '../domain/health/own/OwnHealth';
import type { Clock } from '../lib/Clock';
import { minute, second } from '../lib/duration';
import type { JobWatch } from './JobWatch';
import type { RepeatedJob } from './repeat';

const slowMs = second;
/** A message may wait for a provider; for longer somebody should know. */
const messagePatienceMs = 5 * minute;

export interface OwnHealthParts {
  health: OwnHealth;
  jobs: JobWatch;
  clock: Clock;
  /** Whether the public listener takes data. */
  ingestAnswers(): Promise<boolean>;
}

type Report = Pick<Beat, 'status' | 'message'>;
const well: Report = { status: 'healthy', message: null };

/**
 * Reports how Seamark itself is. Where nobody reports any more, whoever looks at the checks says so: another process, or
 * this one once it is back.
 */
export function ownHealthJob({ health, jobs, clock, ingestAnswers }: OwnHealthParts): RepeatedJob {
  let isEnsured = false;
  return {
    name: 'own health',
    everyMs: minute,
    retryMs: minute / 2,
    act: async () => {
      if (!isEnsured) {
        await health.ensure();
        isEnsured = true;
      }
      const started = clock.now();
      const overdue = await health.overdueMessages(started - messagePatienceMs);
      const tookMs = clock.now() - started;
      const still = jobs.standingStill();
      await health.report(
        'seamark database',
        tookMs > slowMs ? { status: 'degraded', message: `took ${tookMs} ms to answer` } : well
      );
      await health.report('seamark ingest', (await ingestAnswers()) ? well : down('the listener refuses data'));
      await health.report(
        'seamark jobs',
        still.length === 0 ? well : down(`stand still: ${still.join(', ')}; what depends on them is not up to date`)
      );
      await health.report(
        'seamark notifications',
        overdue === 0
          ? well
          : { status: 'degraded', message: `${overdue} messages have waited for more than five minutes` }
      );
      return 0;
    },
  };
}

function down(message: string): Report {
  return { status: 'down', message };
}
