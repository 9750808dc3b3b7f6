import { addAttribute, isJsonObject, objectAt, textAt, type JsonObject } from '../JsonObject';
import type { SpanReport } from '../intake/addSpan';
import { readSpan } from '../otlp/readSpan';
import { plainAttributes } from './plainAttributes';
import { timeOfSentry } from './timeOfSentry';

/** Operations that wait for another program. */
const clientOps = /^(?:http\.client|db|rpc|grpc\.client|resource\.|cache)/;

/**
 * A span of a transaction, a span sent by itself, or a trace context, as OTLP would say it; a reason when it is none.
 * Sentry's own names (`op`, `origin`) are kept among the attributes.
 */
export function spanOf(span: JsonObject, resource: JsonObject): SpanReport | string {
  const start = timeOfSentry(span.start_timestamp);
  const end = timeOfSentry(span.timestamp ?? span.end_timestamp) ?? start;
  if (start === undefined || Number.isNaN(start) || Number.isNaN(end)) {
    return 'start_timestamp and timestamp must be times';
  }
  const attributes: JsonObject = {
    ...(isJsonObject(span.data) ? span.data : {}),
    ...plainAttributes(span.attributes),
  };
  const op = textAt(span, 'op') ?? textAt(attributes, 'sentry.op');
  const name = textAt(span, 'description') ?? textAt(span, 'name') ?? op ?? 'span';
  const status = textAt(span, 'status');
  const read = readSpan({
    traceId: span.trace_id,
    spanId: span.span_id,
    parentSpanId: span.parent_span_id,
    name,
    kind: textAt(attributes, 'otel.kind') ?? kindOf(op),
    status: { code: status === undefined ? 0 : status === 'ok' ? 1 : 2, message: status === 'ok' ? undefined : status },
  });
  if (typeof read === 'string') {
    return 'trace_id and span_id must be hexadecimal, 32 and 16 digits, and not all zero';
  }
  addAttribute(attributes, 'op', op);
  addAttribute(attributes, 'origin', textAt(span, 'origin'));
  addAttribute(attributes, 'exclusive_time', typeof span.exclusive_time === 'number' ? span.exclusive_time : undefined);
  const tags = objectAt(span, 'tags');
  addAttribute(attributes, 'tags', Object.keys(tags).length === 0 ? undefined : tags);
  const seconds = [span.start_timestamp, span.timestamp ?? span.end_timestamp];
  return {
    ...read,
    start,
    duration_ms: durationOf(seconds) ?? Math.max(0, (end ?? start) - start),
    serviceName: null,
    attributes,
    resource,
    events: [],
    links: [],
  };
}

function kindOf(op: string | undefined): string {
  if (op === undefined) {
    return 'internal';
  }
  return clientOps.test(op) ? 'client' : op.endsWith('.server') ? 'server' : 'internal';
}

/** Microseconds are lost when times become whole milliseconds, so a duration is taken from the seconds. */
function durationOf([start, end]: readonly unknown[]): number | undefined {
  return typeof start === 'number' && typeof end === 'number'
    ? Math.max(0, Math.round((end - start) * 1e6) / 1000)
    : undefined;
}
