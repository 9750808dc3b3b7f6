import { FieldType, type DataFrame } from '@grafana/data';

const worstFirst = ['down', 'degraded', 'healthy'];

interface Seen {
  time: number;
  status: string;
}

/** Whether `a` says more about now than `b`: it is newer, or as new and worse. */
const overrules = (a: Seen, b: Seen): boolean =>
  a.time > b.time || (a.time === b.time && worstFirst.indexOf(a.status) < worstFirst.indexOf(b.status));

/**
 * How many services are healthy, out of how many: of each the status it had last. Takes counts of results over time by
 * `service_name` and `status`. Undefined when no service was looked at.
 */
export function healthyServices(frames: readonly DataFrame[]): { healthy: number; all: number } | undefined {
  const last = new Map<string, Seen>();
  for (const frame of frames) {
    const times = frame.fields.find(({ type }) => type === FieldType.time)?.values;
    for (const { type, labels, values } of frame.fields) {
      if (!times || type !== FieldType.number || !labels?.service_name || !labels.status) {
        continue;
      }
      const at = values.map((count: unknown) => typeof count === 'number' && count > 0).lastIndexOf(true);
      const seen = { time: Number(times[at]), status: labels.status };
      const before = last.get(labels.service_name);
      if (at >= 0 && (!before || overrules(seen, before))) {
        last.set(labels.service_name, seen);
      }
    }
  }
  const statuses = [...last.values()].map(({ status }) => status);
  return statuses.length > 0
    ? { healthy: statuses.filter((status) => status === 'healthy').length, all: statuses.length }
    : undefined;
}
