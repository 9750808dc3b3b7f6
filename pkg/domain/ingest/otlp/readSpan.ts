import { isJsonObject, textAt, type JsonObject } from '../JsonObject';

/** A span's own fields, checked; its texts and attributes are not clean yet. */
export interface ReadSpan {
  trace_id: string;
  span_id: string;
  parent_span_id: string | null;
  name: string;
  span_kind: string;
  /** Epoch milliseconds; undefined when the span says nothing. */
  start: number | undefined;
  duration_ms: number;
  status_code: 'unset' | 'ok' | 'error';
  status_message: string | null;
}

const kinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const statuses = ['unset', 'ok', 'error'] as const;
const longestDuration = 366 * 24 * 60 * 60 * 1000;

/** Reads an OTLP/JSON span, or says why it is none. Ids are hexadecimal, not base64; times may be strings. */
export function readSpan(span: JsonObject): ReadSpan | string {
  const traceId = hexId(span.traceId, 32);
  const spanId = hexId(span.spanId, 16);
  const parent = span.parentSpanId ?? '';
  const parentId = parent === '' || parent === '0000000000000000' ? null : hexId(parent, 16);
  if (traceId === undefined || spanId === undefined || parentId === undefined) {
    return 'traceId, spanId and parentSpanId must be hexadecimal, 32, 16 and 16 digits, and not all zero';
  }
  const name = textAt(span, 'name');
  if (name === undefined) {
    return 'name must be a text';
  }
  const start = milliseconds(span.startTimeUnixNano);
  const end = milliseconds(span.endTimeUnixNano) ?? start;
  if (Number.isNaN(start) || Number.isNaN(end)) {
    return 'startTimeUnixNano and endTimeUnixNano must be whole nanoseconds';
  }
  const duration = start === undefined || end === undefined ? 0 : Math.round((end - start) * 1000) / 1000;
  if (duration > longestDuration) {
    return 'the span lasts longer than a year';
  }
  const status = isJsonObject(span.status) ? span.status : {};
  return {
    trace_id: traceId,
    span_id: spanId,
    parent_span_id: parentId,
    name,
    span_kind: kindOf(span.kind),
    start: start === undefined ? undefined : Math.floor(start),
    // A clock that was set back meanwhile.
    duration_ms: Math.max(0, duration),
    status_code: statusOf(status.code),
    status_message: textAt(status, 'message') ?? null,
  };
}

function hexId(value: unknown, digits: number): string | undefined {
  return typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/i.test(value) && !/^0+$/.test(value)
    ? value.toLowerCase()
    : undefined;
}

/** Nanoseconds as milliseconds: a double holds today's to a quarter of a microsecond. 0 and nothing are "unknown". */
export function milliseconds(nanoseconds: unknown): number | undefined {
  if (nanoseconds === undefined || nanoseconds === null || nanoseconds === 0 || nanoseconds === '0') {
    return undefined;
  }
  if (typeof nanoseconds === 'string' && /^\d{1,19}$/.test(nanoseconds)) {
    return Number(nanoseconds) / 1e6;
  }
  return typeof nanoseconds === 'number' && nanoseconds > 0 && nanoseconds <= 8e21 ? nanoseconds / 1e6 : NaN;
}

function kindOf(kind: unknown): string {
  if (typeof kind === 'number') {
    return kinds[kind] ?? 'unspecified';
  }
  const name = typeof kind === 'string' ? kind.replace(/^SPAN_KIND_/, '').toLowerCase() : '';
  return kinds.includes(name) ? name : 'unspecified';
}

function statusOf(code: unknown): (typeof statuses)[number] {
  if (typeof code === 'number') {
    return statuses[code] ?? 'unset';
  }
  const name = typeof code === 'string' ? code.replace(/^STATUS_CODE_/, '').toLowerCase() : '';
  return statuses.find((status) => status === name) ?? 'unset';
}
