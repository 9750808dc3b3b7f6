import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { Rating } from '../../../src/contract/webVitals';
import type { Campaign } from './page/campaignOf';

/** Attributes kept as JSON. Free of U+0000 and of lone surrogates, which PostgreSQL refuses. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Browser, OS and device of a page: repeats on many rows, so it is stored once for each combination. */
export interface Device {
  /** Signed 64-bit hash of `info` as decimal text: the same combination has the same id in every process. */
  id: string;
  /** Keys among: browser, browser_version, os, os_version, device_type, mobile, language, brands, … */
  info: Attributes;
}

/** Columns that every row of a browser or a service has. */
export interface CommonColumns {
  /** UUID made of app, body hash and item index, so that a retry has the same. */
  id: string;
  org_id: number;
  app_id: string;
  /** Epoch milliseconds, corrected for the client's clock. */
  timestamp: number;
  user_id: string | null;
  /** Pseudonymous owner, a UUID; null where consent leaves no identity. */
  visitor_id: string | null;
  session_id: string | null;
  environment: string | null;
  release: string | null;
  /** Origin and path and `utm_*`. Column `url` in `error_logs`. */
  page_url: string | null;
  /** Folded: ids become `:id`. */
  page_path: string | null;
  country: string | null;
  device: Device | null;
  is_bot: boolean;
}

export interface MetricRow extends CommonColumns {
  name: string;
  value: number;
  unit: string;
  metadata: Attributes;
}

export interface EventRow extends CommonColumns, Campaign {
  event_type: string;
  event_name: string | null;
  event_data: Attributes;
  /** Origin of the page before. */
  referrer: string | null;
}

export interface PerformanceRow extends CommonColumns {
  metric_type: string;
  metric_value: number;
  metric_unit: string;
  rating: Rating | null;
  /** The vital's own id: of several reports with one id, the newest counts. */
  metric_id: string | null;
  metadata: Attributes;
}

export interface ErrorRow extends CommonColumns {
  error_type: string;
  error_message: string;
  error_stack: string | null;
  severity: Severity;
  context: Attributes;
  user_agent: string | null;
  fingerprint: string;
  /** Which step of the cascade made the fingerprint. */
  fingerprint_rule: string;
}

/** `timestamp` is the column `checked_at`. */
export interface HealthRow extends Pick<CommonColumns, 'id' | 'org_id' | 'app_id' | 'timestamp'> {
  service_name: string;
  status: 'healthy' | 'degraded' | 'down';
  response_time_ms: number | null;
  error_rate: number | null;
  last_error: string | null;
  metadata: Attributes;
}

/** `timestamp` is the span's start. */
export interface SpanRow extends CommonColumns {
  /** Lower-case hexadecimal: 32 digits, 16 digits, 16 digits or null. */
  trace_id: string;
  span_id: string;
  parent_span_id: string | null;
  name: string;
  /** OTLP's SpanKind without its prefix: `internal`, `server`, `client`, `producer`, `consumer`, `unspecified`. */
  span_kind: string;
  service_name: string | null;
  duration_ms: number;
  status_code: 'unset' | 'ok' | 'error';
  status_message: string | null;
  attributes: Attributes;
  resource: Attributes;
  events: readonly unknown[];
  links: readonly unknown[];
}

/** A visitor who has a name for the app, to be kept in `users`. */
export interface Person {
  /** The id that rows carry: UUID made by HMAC of the external id under the organisation's key. */
  id: string;
  org_id: number;
  app_id: string;
  /** Base64 HMAC of the external id; the id in the clear is kept nowhere. */
  external_id_hash: string;
  /** In the clear here, encrypted under the person's own key before they are stored. */
  email: string | null;
  name: string | null;
}

/** What a visitor decided about being measured; the same again on the same day is no second row. */
export interface ConsentRow {
  org_id: number;
  app_id: string;
  /** The pseudonym of the rows, else that of the day. */
  owner: string;
  /** Start of the UTC day in epoch milliseconds. */
  day: number;
  mode: 'required' | 'implied';
  decision: string;
  source: 'site' | 'opt_out';
}

/** What one request adds, by table. */
export interface RowSet {
  monitoring_metrics: MetricRow[];
  analytics_events: EventRow[];
  performance_data: PerformanceRow[];
  error_logs: ErrorRow[];
  system_health: HealthRow[];
  spans: SpanRow[];
  people: Person[];
  consent_decisions: ConsentRow[];
}

/** What nothing was added to yet. */
export function emptyRowSet(): RowSet {
  return {
    monitoring_metrics: [],
    analytics_events: [],
    performance_data: [],
    error_logs: [],
    system_health: [],
    spans: [],
    people: [],
    consent_decisions: [],
  };
}

export type RawTable = Exclude<keyof RowSet, 'people' | 'consent_decisions'>;

export const rawTables: readonly RawTable[] = [
  'monitoring_metrics',
  'analytics_events',
  'performance_data',
  'error_logs',
  'system_health',
  'spans',
];
