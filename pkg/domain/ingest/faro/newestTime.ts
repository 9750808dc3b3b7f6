import { isJsonObject, type JsonObject } from '../JsonObject';
import { laterOf } from '../newestOf';
import { nanoTime } from '../otlp/nanoTime';
import type { SpanGroup } from '../otlp/spanGroups';
import { parseTime } from '../parseTime';

const lists = ['events', 'exceptions', 'logs', 'measurements'] as const;

/** The latest time up to `last` that an item of the payload gives, epoch milliseconds; undefined when none gives one. */
export function newestTime(payload: JsonObject, groups: readonly SpanGroup[], last: number): number | undefined {
  let newest: number | undefined;
  for (const name of lists) {
    const list = payload[name];
    for (const item of Array.isArray(list) ? (list as unknown[]) : []) {
      newest = laterOf(newest, isJsonObject(item) ? parseTime(item.timestamp) : undefined, last);
    }
  }
  for (const { spans } of groups) {
    for (const span of spans) {
      newest = laterOf(newest, isJsonObject(span) ? nanoTime(span.startTimeUnixNano) : undefined, last);
    }
  }
  return newest;
}
