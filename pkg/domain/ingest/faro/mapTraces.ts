import { addSpan } from '../intake/addSpan';
import { addAttribute, isJsonObject, textAt, type JsonObject } from '../JsonObject';
import { flattenAttributes } from '../otlp/flattenAttributes';
import { partsOf } from '../otlp/partsOf';
import { readSpan } from '../otlp/readSpan';
import type { SpanGroup } from '../otlp/spanGroups';
import type { Scrubber } from '../Scrubber';
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
        request.rowCount += 1;
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
  const { sender } = request;
  const read = isJsonObject(span) ? readSpan(span) : 'must be an object';
  if (typeof read === 'string' || !isJsonObject(span)) {
    return typeof read === 'string' ? read : undefined;
  }
  let resource = resources.get(group.resource);
  if (resource === undefined) {
    resource = readResource(sender.scrubber, group.resource);
    resources.set(group.resource, resource);
  }
  if (typeof resource === 'string') {
    return `resource: ${resource}`;
  }
  const more: JsonObject = {};
  addAttribute(more, 'scope_name', named(group.scope, 'name', sender.scrubber));
  addAttribute(more, 'scope_version', named(group.scope, 'version', sender.scrubber));
  addAttribute(more, 'meta', sender.meta);
  const { attributes: resourceAttributes, serviceName } = resource;
  addSpan(
    request,
    sender,
    { kind: 'span', index, time: read.start, more },
    Object.assign(read, {
      serviceName,
      attributes: flattenAttributes(span.attributes),
      resource: resourceAttributes,
      events: partsOf(span.events),
      links: partsOf(span.links),
    })
  );
  return undefined;
}

function readResource(scrubber: Scrubber, resource: JsonObject): Resource | string {
  const attributes = flattenAttributes(resource.attributes);
  const problem = scrubber.attributes(attributes);
  return problem ?? { attributes, serviceName: textAt(attributes, 'service.name')?.slice(0, longestName) ?? null };
}

function named(scope: JsonObject, key: string, scrubber: Scrubber): string | undefined {
  const text = textAt(scope, key);
  return text === undefined ? undefined : scrubber.text(text, longestName);
}
