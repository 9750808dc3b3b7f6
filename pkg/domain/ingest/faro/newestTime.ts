import { isJsonObject, type JsonObject } from '../JsonObject';
import { laterOf } from '../laterOf';
import { nanoTime } from '../otlp/nanoTime';
import type { SpanGroup } from '../otlp/spanGroups';
import { parseTime } from '../parseTime';

const lists = ['events', 'exceptions', 'logs', 'measurements'] as const;

/** The latest time that an item of the payload gives, epoch milliseconds; undefined when none gives one. */
export function newestTime(payload: JsonObject, groups: readonly SpanGroup[]): number | undefined {
  let newest: number | undefined;
  for (const name of lists) {
    const list = payload[name];
    for (const item of Array.isArray(list) ? (list as unknown[]) : []) {
      newest = laterOf(newest, isJsonObject(item) ? parseTime(item.timestamp) : undefined);
    }
  }
  for (const { spans } of groups) {
    for (const span of spans) {
      newest = laterOf(newest, isJsonObject(span) ? nanoTime(span.startTimeUnixNano) : undefined);
    }
  }
  return newest;
}
