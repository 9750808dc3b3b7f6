import type { JsonObject } from './JsonObject';
import { parseTime } from './parseTime';

/** The time that an item gives, epoch milliseconds. Undefined: none was given. NaN: what was given is no time, which no range contains. */
export function timeOf(item: JsonObject): number | undefined {
  return item.timestamp === undefined || item.timestamp === null ? undefined : (parseTime(item.timestamp) ?? NaN);
}
