import { spanRow } from '../composeRows';
import { addAttribute, isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { flattenAttributes } from '../otlp/flattenAttributes';
import { partsOf } from '../otlp/partsOf';
import { readSpan } from '../otlp/readSpan';
import type { SpanGroup } from '../otlp/spanGroups';
import type { FaroRequest } from './FaroRequest';

const longestName = 255;
const mostSpans = 20_000;

interface Resource {
  attributes: JsonObject;
  serviceName: string | null;
}

/** `traces` → `spans`. A span that cannot be read costs its neighbours nothing. */
export function mapTraces(request: FaroRequest, traces: unknown, groups: readonly SpanGroup[]): void {
  if (traces === undefined || traces === null) {
    return;
  }
  if (!isJsonObject(traces)) {
    request.batch.reject('span', 0, 'traces must be an object');
    return;
  }
  const resources = new Map<JsonObject, Resource | string>();
  let index = 0;
  for (const group of groups) {
    for (const span of group.spans) {
      if (index >= mostSpans) {
        request.batch.reject('span', index, `only ${mostSpans} spans are taken from one request`);
        return;
      }
      const problem = mapSpan(request, group, span, index, resources);
      if (problem !== undefined) {
        request.batch.reject('span', index, problem);
      }
      index += 1;
    }
  }
}

function mapSpan(
  request: FaroRequest,
  group: SpanGroup,
  span: unknown,
  index: number,
  resources: Map<JsonObject, Resource | string>
): string | undefined {
  const { batch, scrubber } = request;
  const id = request.itemId(request.rowCount++);
  const read = isJsonObject(span) ? readSpan(span) : 'must be an object';
  if (typeof read === 'string' || !isJsonObject(span)) {
    return typeof read === 'string' ? read : undefined;
  }
  const time = request.clock.place(read.start, 'spans');
  if (typeof time === 'string') {
    return time;
  }
  const { treatment, reason } = request.treatments.analytics;
  if (treatment !== 'full') {
    batch.drop(reason);
    return undefined;
  }
  let resource = resources.get(group.resource);
  if (resource === undefined) {
    resource = readResource(request, group.resource);
    resources.set(group.resource, resource);
  }
  if (typeof resource === 'string') {
    return `resource: ${resource}`;
  }
  const attributes = flattenAttributes(span.attributes);
  const parts = { attributes, events: partsOf(span.events), links: partsOf(span.links) };
  const problem = scrubber.attributes(parts);
  if (problem !== undefined) {
    return problem;
  }
  addAttribute(attributes, 'scope_name', named(group.scope, 'name', request));
  addAttribute(attributes, 'scope_version', named(group.scope, 'version', request));
  addAttribute(attributes, 'original_timestamp', time.original);
  addAttribute(attributes, 'meta', request.meta);
  const row = spanRow(
    request.senders.analytics,
    { id, timestamp: time.timestamp },
    {
      trace_id: read.trace_id,
      span_id: read.span_id,
      parent_span_id: read.parent_span_id,
      name: scrubber.text(read.name, longestName),
      span_kind: read.span_kind,
      service_name: resource.serviceName,
      duration_ms: read.duration_ms,
      status_code: read.status_code,
      status_message: read.status_message === null ? null : scrubber.text(read.status_message, 1024),
      attributes,
      resource: resource.attributes,
      events: parts.events,
      links: parts.links,
    }
  );
  batch.add('spans', row, 'span', index);
  batch.accept('span');
  return undefined;
}

function readResource(request: FaroRequest, resource: JsonObject): Resource | string {
  const attributes = flattenAttributes(resource.attributes);
  const problem = request.scrubber.attributes(attributes);
  return problem ?? { attributes, serviceName: textAt(attributes, 'service.name')?.slice(0, longestName) ?? null };
}

function named(scope: JsonObject, key: string, request: FaroRequest): string | undefined {
  const text = textAt(scope, key);
  return text === undefined ? undefined : request.scrubber.text(text, longestName);
}
