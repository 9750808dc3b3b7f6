import { MetricsRequest } from '../../pkg/domain/ingest/otlp/generated/otlp';
import type { Seed, SeedKeys } from './Seed';

/** What no recorded client sends: the plain batch, reports of browsers, a beacon's form, check-ins, rare kinds of metrics. */
export function inventedSeeds({ browserKey, serverKey, number }: SeedKeys, now: number): Seed[] {
  const iso = new Date(now).toISOString();
  const page = 'https://shop.example/a?utm_source=mail&token=x';
  const faro = { meta: { session: { id: 's' }, page: { url: page }, user: { id: 'u' } }, measurements: [{ type: 'web-vitals', values: { lcp: 5 }, context: { id: 'v1' }, timestamp: iso }, { type: 'web-vitals', values: { cls: 0.1 }, timestamp: iso }] }; // prettier-ignore
  const items = [{ type: 'event', event_type: 'a', timestamp: iso, event_data: { a: [1, { b: 2 }] } }, { type: 'metric', name: 'a', value: 1, timestamp: iso }, { type: 'performance', metric_type: 'LCP', metric_value: 5, page_url: page, timestamp: iso, device_info: { browser: 'Chrome' } }, { type: 'error', error_type: 'javascript', error_message: 'a', error_stack: 'E: a\n    at f (https://shop.example/a.js:1:2)', timestamp: iso }, { type: 'health', service_name: 'a', status: 'down', checked_at: iso }]; // prettier-ignore
  const reports = [{ type: 'csp-violation', age: 1, url: page, body: { blockedURL: 'inline' } }, { type: 'deprecation', age: 5, url: page, body: { id: 'x', message: 'old' } }, { type: 'crash', age: 2, url: page, body: { reason: 'oom' } }]; // prettier-ignore
  const checkIn = { check_in_id: 'c'.repeat(32), monitor_slug: 'night', status: 'ok', duration: 1.5 };
  const report = {
    timestamp: now / 1000,
    discarded_events: [{ reason: 'ratelimit_backoff', category: 'error', quantity: 3 }],
  };
  const envelope = [{ event_id: 'e'.repeat(32), sent_at: iso }, { type: 'check_in' }, checkIn, { type: 'client_report' }, report, { type: 'attachment', length: 2 }, 'ab']; // prettier-ignore
  const seed = (path: string, lines: readonly unknown[], contentType = 'application/json'): Seed => ({
    path,
    contentType,
    lines,
    bytes: Buffer.alloc(0),
  });
  return [
    seed(`/collect/${browserKey}`, [faro], 'text/plain;charset=UTF-8'),
    seed('/collect', [faro], 'application/x-www-form-urlencoded'),
    seed(`/api/v1/events/${serverKey}`, [{ items }]),
    seed(`/reports/${browserKey}`, [reports], 'application/reports+json'),
    seed(`/api/${number}/envelope/?sentry_key=${browserKey}`, envelope, 'text/plain;charset=UTF-8'),
    { path: '/v1/metrics', contentType: 'application/x-protobuf', lines: undefined, bytes: rareMetrics(now) },
  ];
}

function rareMetrics(now: number): Buffer {
  const times = { attributes: [], startTimeUnixNano: `${now}000000`, timeUnixNano: `${now}000000` };
  const buckets = { offset: -2, bucketCounts: ['1', '2'] };
  const exponential = { ...times, count: '3', sum: 4.5, scale: 2, zeroCount: '0', positive: buckets, negative: buckets, min: 1, max: 2, zeroThreshold: 0 }; // prettier-ignore
  const summary = { ...times, count: '3', sum: 4.5, quantileValues: [{ quantile: 0.99, value: 2 }] };
  const named = { description: '', unit: 'ms', gauge: undefined, sum: undefined, histogram: undefined, exponentialHistogram: undefined, summary: undefined }; // prettier-ignore
  const metrics = [
    { ...named, name: 'wait', exponentialHistogram: { dataPoints: [exponential], aggregationTemporality: 2 } },
    { ...named, name: 'depth', summary: { dataPoints: [summary] } },
  ];
  const scopeMetrics = [{ scope: { name: 'pier', version: '1' }, metrics }];
  const request = { resourceMetrics: [{ resource: { attributes: [] }, scopeMetrics }] };
  return Buffer.from(MetricsRequest.encode(request).finish());
}
