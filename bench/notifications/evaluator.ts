import { Registry } from 'prom-client';
import { composeNotifications } from '../../pkg/commands/composeNotifications';
import type { Evidence } from '../../pkg/domain/alerting/evidence/Evidence';
import { labelsKey } from '../../pkg/domain/alerting/labels/labelsKey';
import { alertJob } from '../../pkg/jobs/alerts';
import { repeat } from '../../pkg/jobs/repeat';
import { systemClock as clock } from '../../pkg/lib/Clock';
import { silentLogger as logger } from '../../pkg/lib/Logger';
import { openStore } from '../../pkg/store/openStore';
import { roleLogins } from '../../pkg/store/roles/roleLogins';
import { noWriterMetrics } from '../../pkg/store/writer/WriterMetrics';

/** What the bench tells a process that evaluates and sends. */
export interface EvaluatorOrders {
  url: string;
  /** Hexadecimal. */
  masterKey: string;
  mailUrl: string;
  /** Epoch milliseconds from which on nothing fires any more. */
  firesUntil: number;
}

/**
 * One process that evaluates rules and sends deliveries, made to be killed. What it finds is the same for every rule: it
 * fires until an instant and has recovered after it, so that the database holds nothing but alerts.
 */
function run({ url, masterKey: key, mailUrl, firesUntil }: EvaluatorOrders): void {
  const masterKey = Buffer.from(key, 'hex');
  const store = openStore({
    ...{ url, ...roleLogins(url, masterKey), masterKey, clock, logger, metrics: noWriterMetrics },
  });
  const notifications = composeNotifications({
    config: {
      ...{ grafanaUrl: undefined, version: '0.0.0', webhookAllow: ['127.0.0.1'] },
      mail: { url: mailUrl, from: 'alerts@shop.example' },
    },
    ...{ store, masterKey, registry: new Registry(), clock, logger },
  });
  const answer = async () => new Map([[labelsKey({}), { labels: {}, value: clock.now() < firesUntil ? 1 : 0 }]]);
  // Rules of this bench ask for nothing else.
  const evidence = { of: () => ({ values: answer }) as unknown as Evidence };
  const { evaluations: bell, deliveries } = notifications;
  const alerts = alertJob({ evaluations: store.alertEvaluations, evidence, clock, logger, bell, deliveries });
  const { signal } = new AbortController();
  for (const job of [alerts, ...notifications.jobs]) {
    void repeat(job, clock, logger, signal);
  }
  // Sleeping jobs keep no process alive.
  setInterval(() => undefined, 60_000);
}

const [orders = ''] = process.argv.slice(2);
run(JSON.parse(orders) as EvaluatorOrders);
