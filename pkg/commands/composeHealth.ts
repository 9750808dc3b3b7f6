import type { Config } from '../config/Config';
import { measureOf } from '../domain/alerting/evidence/measureOf';
import type { CheckRunner } from '../domain/health/probing/CheckRunner';
import { JobWatch } from '../jobs/JobWatch';
import { ownHealthJob } from '../jobs/ownHealth';
import { probeJob } from '../jobs/probes';
import type { RepeatedJob } from '../jobs/repeat';
import { oldUptimeJob, uptimeJob } from '../jobs/uptime';
import type { Clock } from '../lib/Clock';
import type { Logger } from '../lib/Logger';
import { addressGuard, type AddressGuard } from '../lib/outbound/AddressGuard';
import { createCheckRunner } from '../probes/createCheckRunner';
import type { StoredEvidence } from '../store/alerting/evidence/StoredEvidence';
import type { Store } from '../store/openStore';

interface HealthParts {
  config: Pick<Config, 'location' | 'probeAllow'>;
  store: Store;
  evidence: StoredEvidence;
  /** Whether the ingest listener answers. */
  ingestAnswers: () => Promise<boolean>;
  clock: Clock;
  logger: Logger;
}

/** The parts of a server that look at services, and at the server itself. */
export interface Health {
  checkRunner: CheckRunner;
  probeGuard: AddressGuard;
  jobs: readonly RepeatedJob[];
  /** Told of every job that runs. */
  watch: JobWatch;
  /** Ends the probes that are under way. */
  stop(): Promise<void>;
}

export function composeHealth({ config, store, evidence, ingestAnswers, clock, logger }: HealthParts): Health {
  const probeGuard = addressGuard(config.probeAllow, 'SEAMARK_PROBE_ALLOW');
  const checkRunner = createCheckRunner({
    guard: probeGuard,
    monotonic: () => performance.now(),
    now: () => clock.now(),
    measure: (orgId, settings, signal) => measureOf(evidence.of(orgId, signal), settings, clock.now()),
  });
  const stopping = new AbortController();
  const watch = new JobWatch(clock);
  const probes = probeJob({
    checks: store.dueChecks,
    runner: checkRunner,
    location: config.location,
    clock,
    logger,
    stopping: stopping.signal,
  });
  return {
    checkRunner,
    probeGuard,
    watch,
    jobs: [
      probes,
      uptimeJob(store.uptime),
      oldUptimeJob(store.uptime),
      ownHealthJob({ health: store.ownHealth, jobs: watch, clock, ingestAnswers }),
    ],
    stop: async () => stopping.abort(),
  };
}
