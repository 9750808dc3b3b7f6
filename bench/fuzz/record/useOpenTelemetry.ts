import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import { OTLPLogExporter as JsonLogs } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtoLogs } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPMetricExporter as JsonMetrics } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtoMetrics } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter as JsonTraces } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtoTraces } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';

const exporters = {
  json: { Logs: JsonLogs, Traces: JsonTraces, Metrics: JsonMetrics },
  protobuf: { Logs: ProtoLogs, Traces: ProtoTraces, Metrics: ProtoMetrics },
} as const;

const resource = resourceFromAttributes({ 'service.name': 'harbour', 'service.version': '1.2.3' });

/** Lets the OpenTelemetry SDK send logs, a trace and metrics of every kind to a listener. */
export async function useOpenTelemetry(encoding: keyof typeof exporters, host: string): Promise<void> {
  const { Logs, Traces, Metrics } = exporters[encoding];
  const url = (signal: string): { url: string } => ({ url: `http://${host}/v1/${signal}` });
  const processors = [new SimpleLogRecordProcessor({ exporter: new Logs(url('logs')) })];
  const logs = new LoggerProvider({ resource, processors });
  const logger = logs.getLogger('pier');
  logger.emit({
    severityNumber: SeverityNumber.INFO,
    body: 'low tide',
    attributes: { pier: 4, open: true, depth: 2.5 },
  });
  logger.emit({
    severityNumber: SeverityNumber.FATAL,
    body: { what: 'no anchor', crew: ['Blue', 'Red'] },
    attributes: {
      'exception.type': 'RangeError',
      'exception.message': 'too deep',
      'exception.stacktrace': 'RangeError: too deep\n    at moor (/srv/pier.js:3:7)',
    },
  });
  await logs.shutdown();
  const traces = new BasicTracerProvider({
    resource,
    spanProcessors: [new SimpleSpanProcessor(new Traces(url('traces')))],
  });
  const attributes = { 'http.route': '/moor', ships: ['a', 'b'] };
  const span = traces.getTracer('pier').startSpan('POST /moor', { kind: SpanKind.SERVER, attributes });
  span.addLink({ context: span.spanContext(), attributes: { of: 'the same' } });
  const stack = 'TypeError: no anchor\n    at moor (/srv/pier.js:3:7)';
  span.recordException({ name: 'TypeError', message: 'no anchor', stack });
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'refused' });
  span.end();
  await traces.shutdown();
  const reader = new PeriodicExportingMetricReader({
    exporter: new Metrics(url('metrics')),
    exportIntervalMillis: 60_000,
  });
  const metrics = new MeterProvider({ resource, readers: [reader] });
  const meter = metrics.getMeter('pier');
  meter.createCounter('ships').add(3, { flag: 'blue' });
  meter.createUpDownCounter('berths').add(-2);
  meter.createGauge('depth', { unit: 'm' }).record(12.5);
  const wait = meter.createHistogram('wait', { unit: 'ms' });
  [10, 30].forEach((value) => wait.record(value));
  await metrics.shutdown();
}
