import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import { OTLPLogExporter as JsonLogs } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtoLogs } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPMetricExporter as JsonMetrics } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtoMetrics } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter as JsonTraces } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtoTraces } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../lib/Clock';
import type { RawTable, RowSet } from '../../domain/ingest/rows';
import { fakeStore, serverKey } from './testing/fakeStore';

const resource = resourceFromAttributes({
  'service.name': 'checkout',
  'service.version': '2.1.0',
  'deployment.environment.name': 'test',
});

// An exporter tries for ten seconds before it gives up, and a busy machine makes it try again.
jest.setTimeout(30_000);

const listening: FastifyInstance[] = [];

// However a test ended: a listener that stays open, or waits for the connections that exporters keep, keeps the run.
afterEach(async () => {
  for (const app of listening.splice(0)) {
    app.server.closeAllConnections();
    await app.close();
  }
});

/** An ingest listener on a port of its own, by the real clock, which ends with the test. */
async function startListener(change: Parameters<typeof fakeStore>[0] = {}) {
  const store = fakeStore(change, { clock: systemClock });
  const url = await store.app.listen({ port: 0, host: '127.0.0.1' });
  listening.push(store.app);
  const rows = <T extends RawTable>(table: T): Array<RowSet[T][number]> =>
    store.written.flatMap((set): Array<RowSet[T][number]> => set[table]);
  const options = (path: string) => ({ url: `${url}${path}`, headers: { 'x-api-key': serverKey } });
  return { ...store, options, rows };
}

describe.each([
  ['JSON', JsonLogs, JsonTraces, JsonMetrics],
  ['protobuf', ProtoLogs, ProtoTraces, ProtoMetrics],
])('the OpenTelemetry exporters that send %s', (_, LogExporter, TraceExporter, MetricExporter) => {
  it('bring logs: errors to the errors, the rest to the events', async () => {
    const { options, rows } = await startListener();
    const provider = new LoggerProvider({ resource, processors: [new SimpleLogRecordProcessor({ exporter: new LogExporter(options('/v1/logs')) })] });
    const logger = provider.getLogger('shop');
    logger.emit({ severityNumber: SeverityNumber.INFO, severityText: 'INFO', body: 'started', attributes: { port: 8080, 'user.email': 'jane@shop.example' } });
    logger.emit({ severityNumber: SeverityNumber.ERROR, body: 'cannot pay', attributes: { code: 7 } });
    logger.emit({ severityNumber: SeverityNumber.FATAL, body: 'gone', attributes: { 'exception.type': 'RangeError', 'exception.message': 'too far', 'exception.stacktrace': 'RangeError: too far\n    at pay (/srv/pay.js:3:7)' } });
    await provider.forceFlush();
    await provider.shutdown();
    expect(rows('analytics_events')).toMatchObject([
      { event_type: 'log', event_name: 'info', release: '2.1.0', environment: 'test', event_data: { message: 'started', port: 8080, service_name: 'checkout' } },
    ]);
    expect(rows('error_logs').map(({ error_message, error_type, severity }) => [error_message, error_type, severity])).toEqual(
      expect.arrayContaining([['cannot pay', 'log', 'medium'], ['too far', 'javascript', 'critical']])
    );
    expect(rows('error_logs').find((row) => row.error_message === 'too far')?.error_stack).toContain('at pay (/srv/pay.js:3:7)');
    expect(JSON.stringify(rows('analytics_events'))).not.toContain('jane');
  });

  it('bring spans, with what they recorded', async () => {
    const { options, rows } = await startListener();
    const provider = new BasicTracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor(new TraceExporter({ ...options('/v1/traces'), compression: 'gzip' as never }))] });
    const span = provider.getTracer('shop').startSpan('POST /pay', { kind: SpanKind.SERVER, attributes: { 'http.route': '/pay', size: 5 } });
    span.recordException(new TypeError('no card'));
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'refused' });
    span.end();
    await provider.forceFlush();
    await provider.shutdown();
    const { traceId, spanId } = span.spanContext();
    expect(rows('spans')).toMatchObject([
      { trace_id: traceId, span_id: spanId, parent_span_id: null, name: 'POST /pay', span_kind: 'server', service_name: 'checkout', status_code: 'error', status_message: 'refused', attributes: { 'http.route': '/pay', size: 5, scope_name: 'shop' } },
    ]);
    expect(rows('error_logs')).toMatchObject([{ error_message: 'no card', context: { type: 'TypeError', trace_id: traceId } }]);
  });

  it('bring counters, gauges and histograms', async () => {
    const { options, rows } = await startListener();
    const reader = new PeriodicExportingMetricReader({ exporter: new MetricExporter(options('/v1/metrics')), exportIntervalMillis: 60_000 });
    const provider = new MeterProvider({ resource, readers: [reader] });
    const meter = provider.getMeter('shop');
    meter.createCounter('orders').add(3, { kind: 'card' });
    meter.createGauge('queue', { unit: 'By' }).record(12.5);
    const latency = meter.createHistogram('latency', { unit: 'ms' });
    [10, 30].forEach((value) => latency.record(value));
    await provider.shutdown();
    const found = rows('monitoring_metrics').map(({ name, value, unit }) => [name, value, unit]);
    expect(found).toEqual([
      ['orders', 3, 'count'],
      ['queue', 12.5, 'bytes'],
      ['latency.count', 2, 'count'],
      ['latency.sum', 40, 'ms'],
      ['latency.avg', 20, 'ms'],
    ]);
    expect(rows('monitoring_metrics')[0]?.metadata).toMatchObject({ kind: 'card', temporality: 'cumulative', service_name: 'checkout' });
    expect(rows('monitoring_metrics')[2]?.metadata.bucket_counts).toEqual(expect.arrayContaining([1]));
  });

  it('try again when the listener asks them to wait', async () => {
    const { options, rows, registry } = await startListener({ rateLimit: { requests_per_second: 1, burst: 1 } });
    const memory = new InMemorySpanExporter();
    const provider = new BasicTracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor(memory)] });
    ['one', 'two'].forEach((name) => provider.getTracer('shop').startSpan(name).end());
    const exporter = new TraceExporter(options('/v1/traces'));
    const results = await Promise.all(
      memory.getFinishedSpans().map((span) => new Promise<ExportResult>((resolve) => exporter.export([span], resolve)))
    );
    await exporter.shutdown();
    expect(results.map(({ code }) => code)).toEqual([ExportResultCode.SUCCESS, ExportResultCode.SUCCESS]);
    expect(rows('spans').map(({ name }) => name).sort()).toEqual(['one', 'two']);
    expect(await registry.metrics()).toMatch(/requests_total\{route="\/v1\/traces",status="429"\} [1-9]/);
  });
}); // prettier-ignore

it('an OTLP request without items is answered, and writes nothing', async () => {
  const { written, options } = await startListener();
  const answer = await fetch(options('/v1/traces').url, { method: 'POST', headers: { ...options('').headers, 'content-type': 'application/json' }, body: '{}' });
  expect([answer.status, await answer.json(), written.length]).toEqual([200, { partialSuccess: {} }, 0]);
}); // prettier-ignore
