import { FieldType, type DataFrame } from '@grafana/data';
import { latestStatuses } from '../../components/latestStatuses';

/**
 * How many services are healthy, out of how many: of each the status it had last. Takes counts of results over time by
 * `app`, `service_name` and `status`: what an app reports and what a check finds are two. Undefined when no service was
 * looked at.
 */
export function healthyServices(frames: readonly DataFrame[]): { healthy: number; all: number } | undefined {
  const counts = frames.flatMap(({ fields }) => {
    const times = fields.find(({ type }) => type === FieldType.time)?.values;
    return fields.flatMap(({ type, labels, values }) =>
      times && type === FieldType.number && labels?.service_name && labels.status
        ? [{ service: `${labels.app ?? ''}\n${labels.service_name}`, status: labels.status, times, counts: values }]
        : []
    );
  });
  const statuses = [...latestStatuses(counts).values()].map(({ status }) => status);
  return statuses.length > 0
    ? { healthy: statuses.filter((status) => status === 'healthy').length, all: statuses.length }
    : undefined;
}
