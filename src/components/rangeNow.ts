import { rangeUtil, type RawTimeRange } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';

/** What a range of the time picker means now, ISO 8601: relative ends move on. */
export function rangeNow(raw: RawTimeRange, timeZone?: TimeZone): { from: string; to: string } {
  const { from, to } = rangeUtil.convertRawToRange(raw, timeZone);
  return { from: from.toISOString(), to: to.toISOString() };
}
