import type { DataKind } from './kinds';

/** A column of the model that queries may group by and filter on. */
export interface Field {
  name: string;
  label: string;
  kinds: readonly DataKind[];
  type: 'string' | 'number';
  /** Names or points at a person, or holds a person's free text: withheld from alerts, public dashboards, messages. */
  personal: boolean;
}

const all: readonly DataKind[] = ['performance', 'events', 'errors', 'metrics', 'health', 'alerts'];
const browser: readonly DataKind[] = ['performance', 'events', 'errors', 'metrics'];
const pages: readonly DataKind[] = ['performance', 'events', 'errors', 'metrics'];

const field = (
  name: string,
  label: string,
  kinds: readonly DataKind[],
  options: { type?: 'string' | 'number'; personal?: boolean } = {}
): Field => ({ name, label, kinds, type: options.type ?? 'string', personal: options.personal ?? false });

/** Every named field. Attributes are reached beside these as `event_data.x`, `metadata.x`, `context.x` and `labels.x`. */
export const fields: readonly Field[] = [
  field('app', 'App', all),
  field('environment', 'Environment', browser),
  field('release', 'Release', browser),
  field('page_path', 'Page', pages),
  field('page_url', 'Page URL', pages),
  field('referrer', 'Referrer', ['events']),
  field('referrer_host', 'Referrer host', ['events']),
  field('utm_source', 'Campaign source', ['events']),
  field('utm_medium', 'Campaign medium', ['events']),
  field('utm_campaign', 'Campaign', ['events']),
  field('browser', 'Browser', browser),
  field('browser_version', 'Browser version', browser),
  field('os', 'Operating system', browser),
  field('device_type', 'Device type', browser),
  field('country', 'Country', browser),
  field('language', 'Language', browser),
  field('is_bot', 'Bot', browser),
  field('session_id', 'Session', browser, { personal: true }),
  field('user_id', 'User', browser, { personal: true }),
  field('metric_type', 'Metric', ['performance']),
  field('rating', 'Rating', ['performance']),
  field('name', 'Metric name', ['metrics']),
  field('unit', 'Unit', ['metrics']),
  field('value', 'Value', ['performance', 'metrics'], { type: 'number' }),
  field('event_type', 'Event type', ['events']),
  field('event_name', 'Event name', ['events']),
  field('error_type', 'Error type', ['errors']),
  field('error_message', 'Message', ['errors'], { personal: true }),
  field('severity', 'Severity', ['errors', 'alerts']),
  field('fingerprint', 'Fingerprint', ['errors']),
  field('service_name', 'Service', ['health']),
  field('check_id', 'Check', ['health']),
  field('status', 'Status', ['health', 'alerts']),
  field('alert_rule', 'Alert rule', ['alerts']),
  field('concern', 'About', ['alerts']),
  field('assigned_to', 'Assigned to', ['alerts'], { personal: true }),
  field('response_time_ms', 'Response time', ['health'], { type: 'number' }),
  field('error_rate', 'Error rate', ['health'], { type: 'number' }),
];

/** The JSON column in which a kind keeps its free attributes; fields of it are written `column.key`. */
export const attributeColumns: Record<DataKind, 'event_data' | 'metadata' | 'context' | 'labels'> = {
  performance: 'metadata',
  events: 'event_data',
  errors: 'context',
  metrics: 'metadata',
  health: 'metadata',
  alerts: 'labels',
};

/** Names of the fields of a kind, in the order in which a person should meet them. */
export function fieldsOf(kind: DataKind): readonly Field[] {
  return fields.filter((candidate) => candidate.kinds.includes(kind));
}
