import type { CommonColumns, RawTable, RowSet } from '../../domain/ingest/rows';
import type { ColumnType } from './ElementWriter';

/** A column of a raw table and where in the row its value is. */
export interface Column<Row> {
  name: string;
  type: ColumnType;
  read: (row: Row) => unknown;
}

/** A column named as the row's own field. */
function plain<Row>(name: keyof Row & string, type: ColumnType): Column<Row> {
  return { name, type, read: (row) => row[name] };
}

function common<Row extends CommonColumns>(pageUrl = 'page_url'): Column<Row>[] {
  return [
    plain<Row>('id', 'uuid'),
    plain<Row>('org_id', 'bigint'),
    plain<Row>('app_id', 'uuid'),
    plain<Row>('timestamp', 'epoch'),
    plain<Row>('user_id', 'uuid'),
    plain<Row>('visitor_id', 'uuid'),
    plain<Row>('session_id', 'text'),
    plain<Row>('environment', 'text'),
    plain<Row>('release', 'text'),
    { name: pageUrl, type: 'text', read: (row) => row.page_url },
    plain<Row>('page_path', 'text'),
    plain<Row>('country', 'text'),
    { name: 'device_id', type: 'bigint', read: (row) => row.device?.id },
    plain<Row>('is_bot', 'boolean'),
  ];
}

/** What the writer fills in each raw table; `created_at` comes from the database. */
export const columns: { readonly [T in RawTable]: readonly Column<RowSet[T][number]>[] } = {
  monitoring_metrics: [
    ...common<RowSet['monitoring_metrics'][number]>(),
    plain('name', 'text'),
    plain('value', 'float8'),
    plain('unit', 'text'),
    plain('metadata', 'jsonb'),
  ],
  analytics_events: [
    ...common<RowSet['analytics_events'][number]>(),
    plain('event_type', 'text'),
    plain('event_name', 'text'),
    plain('event_data', 'jsonb'),
    plain('referrer', 'text'),
    plain('utm_source', 'text'),
    plain('utm_medium', 'text'),
    plain('utm_campaign', 'text'),
  ],
  performance_data: [
    ...common<RowSet['performance_data'][number]>(),
    plain('metric_type', 'text'),
    plain('metric_value', 'float8'),
    plain('metric_unit', 'text'),
    plain('rating', 'text'),
    plain('metric_id', 'text'),
    plain('metadata', 'jsonb'),
  ],
  error_logs: [
    ...common<RowSet['error_logs'][number]>('url'),
    plain('error_type', 'text'),
    plain('error_message', 'text'),
    plain('error_stack', 'text'),
    plain('severity', 'text'),
    plain('context', 'jsonb'),
    plain('user_agent', 'text'),
    plain('fingerprint', 'text'),
    plain('fingerprint_rule', 'text'),
  ],
  system_health: [
    plain('id', 'uuid'),
    plain('org_id', 'bigint'),
    plain('app_id', 'uuid'),
    { name: 'checked_at', type: 'epoch', read: (row) => row.timestamp },
    plain('service_name', 'text'),
    plain('status', 'text'),
    plain('response_time_ms', 'float8'),
    plain('error_rate', 'float8'),
    plain('last_error', 'text'),
    plain('metadata', 'jsonb'),
  ],
  spans: [
    ...common<RowSet['spans'][number]>(),
    plain('trace_id', 'text'),
    plain('span_id', 'text'),
    plain('parent_span_id', 'text'),
    plain('name', 'text'),
    plain('span_kind', 'text'),
    plain('service_name', 'text'),
    plain('duration_ms', 'float8'),
    plain('status_code', 'text'),
    plain('status_message', 'text'),
    plain('attributes', 'jsonb'),
    plain('resource', 'jsonb'),
    plain('events', 'jsonb'),
    plain('links', 'jsonb'),
  ],
};
