import { isJsonObject, type JsonObject } from '../JsonObject';
import { parseTime } from '../parseTime';
import { milliseconds } from '../otlp/readSpan';
import type { SpanGroup } from '../otlp/spanGroups';

const lists = ['events', 'exceptions', 'logs', 'measurements'] as const;

/** The latest time that an item of the payload gives, epoch milliseconds; undefined when none gives one. */
export function newestTime(payload: JsonObject, groups: readonly SpanGroup[]): number | undefined {
  let newest = -Infinity;
  for (const name of lists) {
    const list = payload[name];
    for (const item of Array.isArray(list) ? (list as unknown[]) : []) {
      const time = isJsonObject(item) ? parseTime(item.timestamp) : undefined;
      newest = time !== undefined && time > newest ? time : newest;
    }
  }
  for (const { spans } of groups) {
    for (const span of spans) {
      const time = isJsonObject(span) ? milliseconds(span.startTimeUnixNano) : undefined;
      newest = time !== undefined && time > newest ? Math.floor(time) : newest;
    }
  }
  return newest === -Infinity ? undefined : newest;
}
