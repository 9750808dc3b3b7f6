import type { RowKind } from '../../../src/contract/query/kinds';

/** Where the summaries of a kind are kept, and what of. */
export interface SummaryTable {
  name: string;
  /** Raw table without its schema, and its column of time. */
  raw: string;
  time: string;
  /** Columns of a raw row that summaries are made of. */
  columns: readonly string[];
  /** The number of a row; undefined: rows are only counted. Health has two, told apart by `measure`. */
  value?: string;
  unit?: string;
  hasRatings: boolean;
  hasMeasures: boolean;
}

const row = ['org_id', 'app_id'];
const visit = [...row, 'timestamp', 'is_bot', 'device_id', 'page_path', 'country', 'release', 'environment'];
const visitor = [...visit, 'user_id', 'visitor_id', 'session_id'];
const plain = { time: 'timestamp', hasRatings: false, hasMeasures: false };

/** Names and columns come from here only, never from a query. */
export const summaryTables: Readonly<Record<RowKind, SummaryTable>> = {
  performance: {
    ...plain,
    name: 'perf_summary',
    raw: 'performance_data',
    columns: [...visit, 'id', 'metric_type', 'metric_id', 'metric_value', 'metric_unit', 'rating'],
    value: 'metric_value',
    unit: 'metric_unit',
    hasRatings: true,
  },
  metrics: {
    ...plain,
    name: 'metrics_summary',
    raw: 'monitoring_metrics',
    columns: [...visit, 'name', 'value', 'unit'],
    value: 'value',
    unit: 'unit',
  },
  events: {
    ...plain,
    name: 'events_summary',
    raw: 'analytics_events',
    columns: [...visitor, 'event_type', 'event_name', 'referrer'],
  },
  errors: {
    ...plain,
    name: 'errors_summary',
    raw: 'error_logs',
    columns: [...visitor, 'severity', 'error_type', 'fingerprint'],
  },
  health: {
    name: 'health_summary',
    raw: 'system_health',
    time: 'checked_at',
    columns: [...row, 'checked_at', 'service_name', 'check_id', 'status', 'response_time_ms', 'error_rate'],
    hasRatings: false,
    hasMeasures: true,
  },
};

/** Kinds whose users or sessions are counted. */
export const kindsWithUniques: readonly RowKind[] = ['events', 'errors'];
