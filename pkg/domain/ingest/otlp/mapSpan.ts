import { addSpan } from '../intake/addSpan';
import { addAttribute, textAt, type JsonObject } from '../JsonObject';
import { addException, hasException } from './addException';
import { flattenAttributes } from './flattenAttributes';
import type { MapOtlpItem } from './MapOtlpItem';
import { nanoTime } from './nanoTime';
import { partsOf } from './partsOf';
import { readSpan } from './readSpan';

/** A span → `spans`; exceptions that it recorded → `error_logs`. */
export const mapSpan: MapOtlpItem = (intake, senders, group, span, index) => {
  const read = readSpan(span);
  if (typeof read === 'string') {
    return read;
  }
  const attributes = flattenAttributes(span.attributes);
  const sender = senders.of(group, attributes, read.span_kind !== 'client' && read.span_kind !== 'producer');
  addAttribute(attributes, 'scope_name', group.scopeName);
  const resource = { ...group.resource };
  const problem = sender.scrubber.attributes(resource);
  if (problem !== undefined) {
    return `resource: ${problem}`;
  }
  const events = partsOf(span.events);
  const before = intake.batch.rows.spans.length;
  const serviceName = textAt(group.resource, 'service.name') ?? null;
  const links = partsOf(span.links);
  addSpan(
    intake,
    sender,
    { kind: 'span', index, time: read.start },
    Object.assign(read, { serviceName, attributes, resource, events, links })
  );
  const isStored = intake.batch.rows.spans.length > before;
  for (const event of isStored ? events : []) {
    const details = event.attributes as JsonObject | undefined;
    if (event.name === 'exception' && details !== undefined && hasException(details)) {
      const context: JsonObject = { trace_id: read.trace_id, span_id: read.span_id, span_name: read.name };
      addAttribute(context, 'service_name', textAt(group.resource, 'service.name'));
      const time = typeof event.time === 'string' ? Date.parse(event.time) : nanoTime(span.startTimeUnixNano);
      const handled = details['exception.escaped'] !== true && details['exception.escaped'] !== 'true';
      addException(
        intake,
        sender,
        { kind: 'span', index, time, isPart: true },
        { details, handled, fatal: false, context }
      );
    }
  }
  return undefined;
};
