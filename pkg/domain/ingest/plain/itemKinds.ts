import { severities } from '../../../../src/contract/severities';
import { isWebVital, rateWebVital, ratings, webVitalLimits } from '../../../../src/contract/webVitals';
import type { JsonObject } from '../JsonObject';
import type { Purpose } from '../Judgement';
import type { RawTable, RowSet } from '../rows';
import { referrerOf } from '../page/referrerOf';
import { errorRow, eventRow, healthRow, metricRow, performanceRow, type Own, type RowKey } from '../composeRows';
import type { SenderColumns } from '../Sender';
import type { ItemReader } from './ItemReader';
import type { PlainRequest } from './PlainRequest';
import { errorColumns } from './errorColumns';

/** One `type` of the plain batch: where it goes and how its own columns are read. */
export interface ItemKind<T extends RawTable> {
  table: T;
  purpose: Purpose;
  /** The JSON column: what is no column goes there too. */
  attributes: string;
  timeColumn: 'timestamp' | 'checked_at';
  urlColumn: 'page_url' | 'url';
  columns: readonly string[];
  read(reader: ItemReader, attributes: JsonObject, request: PlainRequest, anonymous: boolean): Own<RowSet[T][number]>;
  compose(sender: SenderColumns, key: RowKey, own: Own<RowSet[T][number]>): RowSet[T][number];
}

const event: ItemKind<'analytics_events'> = {
  table: 'analytics_events',
  purpose: 'analytics',
  attributes: 'event_data',
  timeColumn: 'timestamp',
  urlColumn: 'page_url',
  columns: ['event_type', 'event_name', 'event_data', 'referrer', 'utm_source', 'utm_medium', 'utm_campaign'],
  compose: eventRow,
  read: (reader, attributes) => ({
    event_type: reader.name('event_type', 64),
    event_name: reader.text('event_name', 255),
    event_data: attributes,
    referrer: referrerOf(reader.raw('referrer') ?? undefined, reader.scrubber),
    utm_source: reader.text('utm_source', 255),
    utm_medium: reader.text('utm_medium', 255),
    utm_campaign: reader.text('utm_campaign', 255),
  }),
};

const metric: ItemKind<'monitoring_metrics'> = {
  table: 'monitoring_metrics',
  purpose: 'performance',
  attributes: 'metadata',
  timeColumn: 'timestamp',
  urlColumn: 'page_url',
  columns: ['name', 'value', 'unit', 'metadata'],
  compose: metricRow,
  read: (reader, attributes) => ({
    name: reader.name('name', 255),
    value: reader.value('value'),
    unit: reader.text('unit', 32) ?? 'none',
    metadata: attributes,
  }),
};

const performance: ItemKind<'performance_data'> = {
  table: 'performance_data',
  purpose: 'performance',
  attributes: 'metadata',
  timeColumn: 'timestamp',
  urlColumn: 'page_url',
  columns: ['metric_type', 'metric_value', 'metric_unit', 'rating', 'metric_id', 'metadata'],
  compose: performanceRow,
  read: (reader, attributes) => {
    const given = reader.name('metric_type', 64);
    // `lcp` and `LCP` are one metric.
    const type = isWebVital(given.toUpperCase()) ? given.toUpperCase() : given;
    const value = reader.value('metric_value');
    const unit = reader.text('metric_unit', 32) ?? (isWebVital(type) ? webVitalLimits[type].unit : 'none');
    return {
      metric_type: type,
      metric_value: value,
      metric_unit: unit,
      rating: reader.oneOf('rating', ratings) ?? rateWebVital(type, value) ?? null,
      metric_id: reader.text('metric_id', 128),
      metadata: attributes,
    };
  },
};

const error: ItemKind<'error_logs'> = {
  table: 'error_logs',
  purpose: 'errors',
  attributes: 'context',
  timeColumn: 'timestamp',
  urlColumn: 'url',
  columns: [
    'error_type',
    'error_message',
    'error_stack',
    'severity',
    'context',
    'user_agent',
    'url',
    'resolved',
    'fingerprint',
  ],
  compose: errorRow,
  read: (reader, attributes, request, anonymous) => {
    reader.oneOf('severity', severities);
    return errorColumns(reader, attributes, request, anonymous);
  },
};

const health: ItemKind<'system_health'> = {
  table: 'system_health',
  purpose: 'performance',
  attributes: 'metadata',
  timeColumn: 'checked_at',
  urlColumn: 'page_url',
  columns: ['service_name', 'status', 'response_time_ms', 'error_rate', 'last_error', 'metadata', 'checked_at'],
  compose: healthRow,
  read: (reader, attributes) => {
    const status = reader.oneOf('status', ['healthy', 'degraded', 'down']);
    if (status === null) {
      reader.problem ??= 'status must be one of healthy, degraded, down';
    }
    return {
      service_name: reader.name('service_name', 255),
      status: status ?? 'down',
      response_time_ms: reader.number('response_time_ms', 0),
      error_rate: reader.number('error_rate', 0, 1),
      last_error: reader.text('last_error', 2048),
      metadata: attributes,
    };
  },
};

/** Every `type` that an item of the plain batch may have. */
export const itemKinds = { event, metric, performance, error, health } as const;
export type ItemType = keyof typeof itemKinds;

/** Whether a text is the type of an item. */
export function isItemType(type: unknown): type is ItemType {
  return typeof type === 'string' && Object.hasOwn(itemKinds, type);
}
