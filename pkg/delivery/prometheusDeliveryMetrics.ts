import { Counter, Gauge, type Registry } from 'prom-client';
import type { Backlog } from '../domain/alerting/deliveries/DeliveryQueue';

/**
 * Registers what `/metrics` says of deliveries: attempts of this process by kind of channel and outcome, and how much waits
 * in the database, whoever sends it. A database that is away leaves the latter out.
 */
export function prometheusDeliveryMetrics(
  registry: Registry,
  readBacklog: () => Promise<Backlog>
): (channelKind: string, outcome: string) => void {
  const attempts = new Counter({
    name: 'seamark_notification_attempts_total',
    help: 'Attempts to deliver a notification, by kind of channel and outcome',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  const oldest = new Gauge({
    name: 'seamark_notification_oldest_waiting_seconds',
    help: 'Age of the oldest notification that is not delivered yet',
    registers: [registry],
  });
  new Gauge({
    name: 'seamark_notifications_waiting',
    help: 'Notifications that are not delivered yet',
    registers: [registry],
    async collect() {
      try {
        const backlog = await readBacklog();
        this.set(backlog.waiting);
        oldest.set(backlog.oldestMs / 1000);
      } catch {
        this.set(Number.NaN);
        oldest.set(Number.NaN);
      }
    },
  });
  return (kind, outcome) => attempts.inc({ kind, outcome });
}
