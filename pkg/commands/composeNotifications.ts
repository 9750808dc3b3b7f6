import type { Registry } from 'prom-client';
import type { Config } from '../config/Config';
import { installationId } from '../config/installationId';
import { createSenders } from '../delivery/createSenders';
import { prometheusDeliveryMetrics } from '../delivery/prometheusDeliveryMetrics';
import type { ChannelTester } from '../domain/alerting/channels/ChannelTester';
import { createChannelTester } from '../domain/alerting/deliveries/createChannelTester';
import { instanceLinks } from '../domain/alerting/messages/InstanceLinks';
import type { RowWriter } from '../domain/ingest/RowWriter';
import { watchCriticalErrors } from '../domain/ingest/watchCriticalErrors';
import { CriticalErrorWatch } from '../jobs/CriticalErrorWatch';
import { attemptMs, DeliveryJob } from '../jobs/deliveries';
import { noticeJob } from '../jobs/notices';
import { oldDeliveriesJob } from '../jobs/oldDeliveries';
import { oldSilencesJob } from '../jobs/oldSilences';
import type { RepeatedJob } from '../jobs/repeat';
import { Bell } from '../lib/Bell';
import type { Clock } from '../lib/Clock';
import { second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import { addressGuard } from '../lib/outbound/AddressGuard';
import type { Store } from '../store/openStore';

interface NotificationParts {
  config: Pick<Config, 'grafanaUrl' | 'mail' | 'webhookAllow' | 'version'>;
  store: Store;
  masterKey: Buffer;
  registry: Registry;
  clock: Clock;
  logger: Logger;
}

/** The parts of a server that tell people of alerts. */
export interface Notifications {
  tester: ChannelTester;
  jobs: readonly RepeatedJob[];
  /** Rung when rules are due before their time. */
  evaluations: Bell;
  /** Rung when something may have been written that must be sent. */
  deliveries: Bell;
  /** The writer of the ingest listener, which has critical errors told of at once. */
  watched(writer: RowWriter): RowWriter;
  /** Waits a second for what is being sent: what is cut short is sent again, and may arrive twice. */
  drain(): Promise<void>;
}

export function composeNotifications({
  config,
  store,
  masterKey,
  registry,
  clock,
  logger,
}: NotificationParts): Notifications {
  const queue = store.deliveryQueue;
  const evaluations = new Bell();
  const deliveries = new Bell();
  const senders = createSenders({
    guard: addressGuard(config.webhookAllow, 'SEAMARK_WEBHOOK_ALLOW'),
    links: instanceLinks(config.grafanaUrl),
    origin: installationId(masterKey),
    version: config.version,
    clock,
    mail: config.mail,
  });
  const noteAttempt = prometheusDeliveryMetrics(registry, () => queue.backlog(clock.now()));
  const sending = new DeliveryJob({
    queue,
    senders,
    clock,
    logger,
    bell: deliveries,
    random: Math.random,
    noteAttempt,
  });
  const watch = new CriticalErrorWatch(store.urgentRules, clock, evaluations);
  return {
    tester: createChannelTester({
      ...{ channels: store.channels, rules: store.alertRules, tests: store.channelTests, queue, senders },
      now: () => clock.now(),
      signal: () => AbortSignal.timeout(attemptMs),
    }),
    jobs: [
      watch,
      noticeJob(store.notices, clock, deliveries),
      sending,
      oldDeliveriesJob(queue),
      oldSilencesJob(store.oldSilences),
    ],
    evaluations,
    deliveries,
    watched: (writer) => watchCriticalErrors(writer, (orgId) => watch.note(orgId)),
    drain: () => Promise.race([sending.drain(), clock.sleep(second)]),
  };
}
