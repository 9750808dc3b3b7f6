import type { CommonColumns, ErrorRow, EventRow, HealthRow, MetricRow, PerformanceRow, SpanRow } from './rows';
import { campaignOf, type Campaign } from './page/campaignOf';
import type { SenderColumns } from './Sender';

/** Columns of a row that are its entity's own. */
export type Own<Row> = Omit<Row, keyof CommonColumns>;

/** What makes a row one of its kind: its key. */
export interface RowKey {
  id: string;
  timestamp: number;
}

// Every column is written out. Spreading the sender into a row takes the engine's slow path: 10 µs a row, not 0.1 µs.

/** What an event says itself; a campaign that it does not name is read from the page's address. */
export type OwnEvent = Omit<Own<EventRow>, keyof Campaign> & Partial<Campaign>;

/** A row of `analytics_events`. */
export function eventRow(sender: SenderColumns, key: RowKey, own: OwnEvent): EventRow {
  const campaign = campaignOf(sender.page_url);
  return {
    id: key.id,
    timestamp: key.timestamp,
    org_id: sender.org_id,
    app_id: sender.app_id,
    user_id: sender.user_id,
    visitor_id: sender.visitor_id,
    session_id: sender.session_id,
    environment: sender.environment,
    release: sender.release,
    page_url: sender.page_url,
    page_path: sender.page_path,
    country: sender.country,
    device: sender.device,
    is_bot: sender.is_bot,
    event_type: own.event_type,
    event_name: own.event_name,
    event_data: own.event_data,
    referrer: own.referrer,
    utm_source: own.utm_source ?? campaign.utm_source,
    utm_medium: own.utm_medium ?? campaign.utm_medium,
    utm_campaign: own.utm_campaign ?? campaign.utm_campaign,
  };
}

/** A row of `monitoring_metrics`. */
export function metricRow(sender: SenderColumns, key: RowKey, own: Own<MetricRow>): MetricRow {
  return {
    id: key.id,
    timestamp: key.timestamp,
    org_id: sender.org_id,
    app_id: sender.app_id,
    user_id: sender.user_id,
    visitor_id: sender.visitor_id,
    session_id: sender.session_id,
    environment: sender.environment,
    release: sender.release,
    page_url: sender.page_url,
    page_path: sender.page_path,
    country: sender.country,
    device: sender.device,
    is_bot: sender.is_bot,
    name: own.name,
    value: own.value,
    unit: own.unit,
    metadata: own.metadata,
  };
}

/** A row of `performance_data`. */
export function performanceRow(sender: SenderColumns, key: RowKey, own: Own<PerformanceRow>): PerformanceRow {
  return {
    id: key.id,
    timestamp: key.timestamp,
    org_id: sender.org_id,
    app_id: sender.app_id,
    user_id: sender.user_id,
    visitor_id: sender.visitor_id,
    session_id: sender.session_id,
    environment: sender.environment,
    release: sender.release,
    page_url: sender.page_url,
    page_path: sender.page_path,
    country: sender.country,
    device: sender.device,
    is_bot: sender.is_bot,
    metric_type: own.metric_type,
    metric_value: own.metric_value,
    metric_unit: own.metric_unit,
    rating: own.rating,
    metric_id: own.metric_id,
    metadata: own.metadata,
  };
}

/** A row of `error_logs`. */
export function errorRow(sender: SenderColumns, key: RowKey, own: Own<ErrorRow>): ErrorRow {
  return {
    id: key.id,
    timestamp: key.timestamp,
    org_id: sender.org_id,
    app_id: sender.app_id,
    user_id: sender.user_id,
    visitor_id: sender.visitor_id,
    session_id: sender.session_id,
    environment: sender.environment,
    release: sender.release,
    page_url: sender.page_url,
    page_path: sender.page_path,
    country: sender.country,
    device: sender.device,
    is_bot: sender.is_bot,
    error_type: own.error_type,
    error_message: own.error_message,
    error_stack: own.error_stack,
    severity: own.severity,
    context: own.context,
    user_agent: own.user_agent,
    fingerprint: own.fingerprint,
    fingerprint_rule: own.fingerprint_rule,
  };
}

/** A row of `spans`. */
export function spanRow(sender: SenderColumns, key: RowKey, own: Own<SpanRow>): SpanRow {
  return {
    id: key.id,
    timestamp: key.timestamp,
    org_id: sender.org_id,
    app_id: sender.app_id,
    user_id: sender.user_id,
    visitor_id: sender.visitor_id,
    session_id: sender.session_id,
    environment: sender.environment,
    release: sender.release,
    page_url: sender.page_url,
    page_path: sender.page_path,
    country: sender.country,
    device: sender.device,
    is_bot: sender.is_bot,
    trace_id: own.trace_id,
    span_id: own.span_id,
    parent_span_id: own.parent_span_id,
    name: own.name,
    span_kind: own.span_kind,
    service_name: own.service_name,
    duration_ms: own.duration_ms,
    status_code: own.status_code,
    status_message: own.status_message,
    attributes: own.attributes,
    resource: own.resource,
    events: own.events,
    links: own.links,
  };
}

/** A row of `system_health`, which has no visitor. */
export function healthRow(sender: SenderColumns, key: RowKey, own: Own<HealthRow>): HealthRow {
  return {
    id: key.id,
    timestamp: key.timestamp,
    org_id: sender.org_id,
    app_id: sender.app_id,
    service_name: own.service_name,
    status: own.status,
    response_time_ms: own.response_time_ms,
    error_rate: own.error_rate,
    last_error: own.last_error,
    metadata: own.metadata,
  };
}
