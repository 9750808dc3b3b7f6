import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogsRequest } from '../../pkg/domain/ingest/otlp/generated/otlp';

/** One kind of request to be changed in many ways. */
export interface Seed {
  path: string;
  contentType: string;
  /** Lines of JSON, of which one is changed; undefined for bodies that are bytes. */
  lines: readonly unknown[] | undefined;
  bytes: Buffer;
}

export interface SeedKeys {
  browserKey: string;
  serverKey: string;
  number: number;
}

const fixtures = join(__dirname, '..', '..', 'pkg/domain/ingest/fixtures');
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));

/** Real payloads of every protocol, their times moved to `now` (epoch milliseconds). */
export function seedsOf({ browserKey, serverKey, number }: SeedKeys, now: number): Seed[] {
  const seconds = now / 1000;
  const nano = `${now}000000`;
  const iso = new Date(now).toISOString();
  const trace = { trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16) };
  const event = { event_id: 'e'.repeat(32), timestamp: seconds, user: { id: 'u1', email: 'a@b.example' }, request: { url: 'https://shop.example/a', headers: { Referer: 'https://x.example' } }, contexts: { trace }, breadcrumbs: [{ message: 'click', timestamp: seconds }], exception: { values: [{ type: 'TypeError', value: 'no', mechanism: { handled: false }, stacktrace: { frames: [{ function: 'f', filename: 'https://shop.example/a.js', lineno: 1, colno: 2, in_app: true }] } }] } }; // prettier-ignore
  const transaction = { ...event, exception: undefined, type: 'transaction', transaction: '/a', start_timestamp: seconds - 1, measurements: { lcp: { value: 5, unit: 'millisecond' } }, spans: [{ ...trace, span_id: 'c'.repeat(16), start_timestamp: seconds - 1, timestamp: seconds }] }; // prettier-ignore
  const session = { sid: 'a', init: true, timestamp: iso, started: iso, status: 'ok', attrs: { release: '1' } };
  const attribute = { key: 'service.name', value: { stringValue: 'shop' } };
  const log = { resourceLogs: [{ resource: { attributes: [attribute] }, scopeLogs: [{ scope: { name: 's' }, logRecords: [{ timeUnixNano: nano, severityNumber: 17, body: { stringValue: 'broken' }, attributes: [attribute] }] }] }] }; // prettier-ignore
  const span = { resourceSpans: [{ resource: { attributes: [attribute] }, scopeSpans: [{ scope: { name: 's' }, spans: [{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), name: 'GET /', kind: 2, startTimeUnixNano: nano, endTimeUnixNano: nano, attributes: [attribute] }] }] }] }; // prettier-ignore
  const envelope = [{ event_id: 'e'.repeat(32), sent_at: iso }, { type: 'event' }, event, { type: 'transaction' }, transaction, { type: 'session' }, session, { type: 'log' }, { items: [{ timestamp: seconds, level: 'error', body: 'x', attributes: { a: { value: 1, type: 'integer' } } }] }]; // prettier-ignore
  const sentry = `/api/${number}/envelope/?sentry_key=${browserKey}`;
  const json = (path: string, value: unknown, contentType = 'application/json'): Seed => ({ path, contentType, lines: [value], bytes: Buffer.alloc(0) }); // prettier-ignore
  return [
    json(`/collect/${browserKey}`, fixture('alloy-payload.json'), 'text/plain;charset=UTF-8'),
    json(`/collect/${browserKey}`, { meta: { session: { id: 's' }, page: { url: 'https://shop.example/a' } }, events: [{ name: 'a', timestamp: iso, attributes: { a: '1' } }], exceptions: [{ type: 'E', value: 'v', timestamp: iso, stacktrace: { frames: [{ filename: 'a.js', function: 'f', lineno: 1 }] } }], measurements: [{ type: 'web-vitals', values: { lcp: 5 }, timestamp: iso }], traces: span }), // prettier-ignore
    json(`/api/v1/events/${serverKey}`, { items: [{ type: 'event', event_type: 'a', timestamp: iso }, { type: 'metric', name: 'a', value: 1, timestamp: iso }, { type: 'health', service_name: 'a', status: 'down', checked_at: iso }] }), // prettier-ignore
    { path: sentry, contentType: 'text/plain;charset=UTF-8', lines: envelope, bytes: Buffer.alloc(0) },
    json('/v1/logs', log),
    json('/v1/logs', fixture('otlp-logs.json')),
    json('/v1/traces', span),
    json('/v1/metrics', fixture('otlp-metrics.json')),
    json(`/reports/${browserKey}`, [{ type: 'csp-violation', age: 1, url: 'https://shop.example/a', body: { blockedURL: 'inline' } }, { type: 'crash', age: 2, url: 'https://shop.example/', body: { reason: 'oom' } }], 'application/reports+json'), // prettier-ignore
    { path: '/v1/logs', contentType: 'application/x-protobuf', lines: undefined, bytes: protobufLog(nano) },
  ];
}

function protobufLog(nano: string): Buffer {
  const attributes = [{ key: 'port', value: { intValue: '8080' } }];
  const record = { timeUnixNano: nano, observedTimeUnixNano: nano, severityNumber: 17, severityText: 'ERROR', body: { stringValue: 'broken' }, attributes, traceId: Buffer.alloc(16, 1), spanId: Buffer.alloc(8, 1), eventName: '' }; // prettier-ignore
  const scopeLogs = [{ scope: { name: 'shop', version: '1' }, logRecords: [record] }];
  return Buffer.from(LogsRequest.encode({ resourceLogs: [{ resource: { attributes }, scopeLogs }] }).finish());
}
