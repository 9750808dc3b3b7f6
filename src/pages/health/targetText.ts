import type { ConditionQuery } from '../../contract/alerting/conditions';
import { describeMeasure } from '../../contract/query/describeDataQuery';
import type { HealthCheck } from '../../contract/resources/healthChecks';

/** What a check looks at, in a few words: an address, a host with its port, a name, a schedule, a number. */
export function targetText({ kind, settings }: Pick<HealthCheck, 'kind' | 'settings'>): string {
  const { url, host, port, name, record, resolver, cron, time_zone: zone, every_seconds: every, query } = settings;
  const text = (value: unknown): string => (value === undefined ? '' : String(value));
  switch (kind) {
    case 'http':
    case 'websocket':
      return text(url);
    case 'tcp':
    case 'tls':
    case 'grpc':
    case 'postgres':
      return port === undefined ? text(host) : `${text(host)}:${text(port)}`;
    case 'dns':
      return `${text(record)} of ${text(name)}${resolver === undefined ? '' : ` at ${text(resolver)}`}`;
    case 'heartbeat':
      return cron === undefined
        ? `every ${text(every)} s`
        : `${text(cron)} (${zone === undefined ? 'UTC' : text(zone)})`;
    case 'derived':
      return describeMeasure(query as ConditionQuery);
  }
}
