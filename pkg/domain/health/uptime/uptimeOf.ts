import type { HealthStatus } from '../../../../src/contract/health/words';
import type { StatusSpan, Stretch } from './spansOf';

/** Milliseconds of a period by what is known of them. Maintenance counts as nothing else. */
export interface ObservedTime extends Record<HealthStatus, number> {
  maintenance: number;
}

/** No time at all. */
export const noTime: ObservedTime = { healthy: 0, degraded: 0, down: 0, maintenance: 0 };

/** Sums spans, with what lies in maintenance set aside. @param maintenance in order, without overlap: `unionOf` */
export function observedTime(spans: readonly StatusSpan[], maintenance: readonly Stretch[]): ObservedTime {
  const time = { ...noTime };
  for (const span of spans) {
    const planned = maintenance.reduce((sum, stretch) => sum + overlapOf(span, stretch), 0);
    time.maintenance += planned;
    time[span.status] += span.to - span.from - planned;
  }
  return time;
}

/** Adds the times of several periods that do not overlap. */
export function addTimes(times: readonly ObservedTime[]): ObservedTime {
  return times.reduce(
    (sum, time) => ({
      healthy: sum.healthy + time.healthy,
      degraded: sum.degraded + time.degraded,
      down: sum.down + time.down,
      maintenance: sum.maintenance + time.maintenance,
    }),
    noTime
  );
}

/** Percent of the time observed outside of maintenance that a service was not down; null where nobody looked. */
export function uptimeOf({ healthy, degraded, down }: ObservedTime): number | null {
  const observed = healthy + degraded + down;
  return observed === 0 ? null : (100 * (healthy + degraded)) / observed;
}

/** Joins stretches that touch or overlap, in order. */
export function unionOf(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else if (to > from) {
      joined.push({ from, to });
    }
  }
  return joined;
}

function overlapOf(one: Stretch, other: Stretch): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}
