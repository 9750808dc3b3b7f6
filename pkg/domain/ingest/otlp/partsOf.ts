import { isoTime } from '../isoTime';
import { addAttribute, isJsonObject, type JsonObject } from '../JsonObject';
import { flattenAttributes } from './flattenAttributes';
import { milliseconds } from './readSpan';

const mostParts = 128;

/** Events and links of a span with flat attributes and readable times. */
export function partsOf(list: unknown): JsonObject[] {
  const parts: JsonObject[] = [];
  for (const part of Array.isArray(list) ? (list.slice(0, mostParts) as unknown[]) : []) {
    if (!isJsonObject(part)) {
      continue;
    }
    const flat: JsonObject = {};
    const time = milliseconds(part.timeUnixNano);
    addAttribute(flat, 'name', part.name);
    addAttribute(flat, 'trace_id', part.traceId);
    addAttribute(flat, 'span_id', part.spanId);
    addAttribute(flat, 'time', time === undefined || !(time < 8.64e15) ? undefined : isoTime(time));
    if (Array.isArray(part.attributes) && part.attributes.length > 0) {
      flat.attributes = flattenAttributes(part.attributes);
    }
    parts.push(flat);
  }
  return parts;
}
