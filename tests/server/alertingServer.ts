import { Registry } from 'prom-client';
import { composeNotifications } from '../../pkg/commands/composeNotifications';
import { createQueryRunner } from '../../pkg/domain/query/createQueryRunner';
import { createAdminApp } from '../../pkg/http/admin/createAdminApp';
import { fakeDependencies, secrets } from '../../pkg/http/admin/testing/fakeDependencies';
import { alertJob } from '../../pkg/jobs/alerts';
import { DeliveryJob } from '../../pkg/jobs/deliveries';
import type { Clock } from '../../pkg/lib/Clock';
import { silentLogger } from '../../pkg/lib/Logger';
import { StoredEvidence } from '../../pkg/store/alerting/evidence/StoredEvidence';
import type { Store } from '../../pkg/store/openStore';
import { createQueryStore } from '../../pkg/store/query/createQueryStore';
import { ingestOf } from './ingestOf';

interface AlertingOptions {
  store: Store;
  clock: Clock;
  mail: { url: string; from: string };
}

/**
 * The parts of a server that have to do with alerts, put together as the program does it, over a test's store and clock.
 * Jobs run when `turn` says so instead of by the second.
 */
export function alertingServer({ store, clock, mail }: AlertingOptions) {
  const registry = new Registry();
  const notifications = composeNotifications({
    config: { grafanaUrl: 'https://grafana.example', mail, webhookAllow: ['127.0.0.1'], version: '0.0.0' },
    ...{ store, masterKey: Buffer.alloc(32, 5), registry, clock, logger: silentLogger },
  });
  const queries = createQueryRunner({ store: createQueryStore({ pool: store.pools.query }), clock });
  const evidence = new StoredEvidence(store.pools.query, queries);
  const alerts = alertJob({ evaluations: store.alertEvaluations, evidence, clock, logger: silentLogger });
  const admin = createAdminApp({
    ...fakeDependencies(),
    apps: store.apps,
    alertRules: store.alertRules,
    alertInstances: store.alertInstances,
    channels: store.channels,
    channelTester: notifications.tester,
    deliveryLog: store.deliveryLog,
    registry,
    clock,
  });
  const ingest = ingestOf(store, { clock, writer: notifications.watched(store.writer) });
  const sending = notifications.jobs.find((job) => job instanceof DeliveryJob);

  const call = async <T>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<T> => {
    const headers = { authorization: `Bearer ${secrets.admin}` };
    const answer = await admin.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
    if (answer.statusCode >= 300) {
      throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
    }
    return answer.json();
  };
  /** Each job once, in the order in which one has work for the next, until all that is due was attempted. */
  const turn = async (): Promise<void> => {
    await alerts.act(clock.now());
    for (const job of notifications.jobs) {
      await job.act(clock.now());
    }
    await sending?.drain();
    await sending?.act();
    await sending?.drain();
  };
  return {
    ingest,
    call,
    turn,
    metrics: () => registry.metrics(),
    close: () => Promise.all([admin.close(), ingest.close()]),
  };
}
