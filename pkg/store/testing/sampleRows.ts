import { randomUUID } from 'node:crypto';
import {
  emptyRowSet,
  type CommonColumns,
  type ErrorRow,
  type EventRow,
  type HealthRow,
  type MetricRow,
  type PerformanceRow,
  type Person,
  type RowSet,
  type SpanRow,
} from '../../domain/ingest/rows';

export const sampleApp = '018f0000-0000-7000-8000-00000000000a';

/** Rows as ingest makes them, each with an id of its own; a test names only what it is about. */
export const sampleRows = {
  metric: (more: Partial<MetricRow> = {}): MetricRow => ({
    ...common(),
    name: 'API_RESPONSE_TIME',
    value: 12.5,
    unit: 'ms',
    metadata: {},
    ...more,
  }),
  event: (more: Partial<EventRow> = {}): EventRow => ({
    ...common(),
    event_type: 'page_view',
    event_name: null,
    event_data: { title: 'Shop "N° 5" \\ {1,2}' },
    referrer: null,
    utm_source: null,
    utm_medium: null,
    utm_campaign: null,
    ...more,
  }),
  performance: (more: Partial<PerformanceRow> = {}): PerformanceRow => ({
    ...common(),
    metric_type: 'LCP',
    metric_value: 1234.5,
    metric_unit: 'ms',
    rating: 'good',
    metric_id: 'v5-1-1',
    metadata: {},
    ...more,
  }),
  error: (more: Partial<ErrorRow> = {}): ErrorRow => ({
    ...common(),
    error_type: 'javascript',
    error_message: 'x is not a function',
    error_stack: 'TypeError: x is not a function\n  at f (a.js:1:2)',
    severity: 'high',
    context: {},
    user_agent: null,
    fingerprint: 'f1',
    fingerprint_rule: 'in_app_frames',
    ...more,
  }),
  health: (more: Partial<HealthRow> = {}): HealthRow => ({
    id: randomUUID(),
    org_id: 1,
    app_id: sampleApp,
    timestamp: Date.now(),
    service_name: 'api',
    status: 'healthy',
    response_time_ms: 3,
    error_rate: 0,
    last_error: null,
    metadata: {},
    ...more,
  }),
  span: (more: Partial<SpanRow> = {}): SpanRow => ({
    ...common(),
    trace_id: '0af7651916cd43dd8448eb211c80319c',
    span_id: 'b7ad6b7169203331',
    parent_span_id: null,
    name: 'GET /',
    span_kind: 'client',
    service_name: 'shop',
    duration_ms: 12,
    status_code: 'ok',
    status_message: null,
    attributes: {},
    resource: {},
    events: [],
    links: [],
    ...more,
  }),
  person: (more: Partial<Person> = {}): Person => ({
    id: randomUUID(),
    org_id: 1,
    app_id: sampleApp,
    external_id_hash: 'aGFzaA==',
    email: null,
    name: null,
    ...more,
  }),
};

/** A request of only what is named. */
export function rowSet(rows: Partial<RowSet>): RowSet {
  return { ...emptyRowSet(), ...rows };
}

function common(): CommonColumns {
  return {
    id: randomUUID(),
    org_id: 1,
    app_id: sampleApp,
    timestamp: Date.now(),
    user_id: null,
    visitor_id: null,
    session_id: 's1',
    environment: 'production',
    release: '1.0.0',
    page_url: 'https://shop.example/cart',
    page_path: '/cart',
    country: 'DE',
    device: { id: '-4611686018427387905', info: { browser: 'Firefox' } },
    is_bot: false,
  };
}
