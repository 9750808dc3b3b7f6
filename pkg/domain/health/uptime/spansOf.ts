import type { HealthStatus } from '../../../../src/contract/health/words';

/** One result of a check. Times: epoch milliseconds. */
export interface TimedStatus {
  at: number;
  status: HealthStatus;
  /** How long after it the next one was meant to come. */
  intervalMs: number;
}

/** A stretch of time; `to` is exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** A stretch in which a status held. */
export interface StatusSpan extends Stretch {
  status: HealthStatus;
}

/** A result tells of no more than so many intervals: after that nobody was looking. */
const intervalsOfTrust = 3;

/**
 * The stretches of `range` of which something is known: a result's status holds until the next result, three intervals
 * at most, and never beyond now.
 * @param results in order of time; one from before the range says how it began
 */
export function spansOf(results: readonly TimedStatus[], range: Stretch, now: number): StatusSpan[] {
  const end = Math.min(range.to, now);
  const spans: StatusSpan[] = [];
  results.forEach(({ at, status, intervalMs }, index) => {
    const next = results[index + 1]?.at ?? Infinity;
    const from = Math.max(at, range.from);
    const to = Math.min(next, at + intervalsOfTrust * intervalMs, end);
    const last = spans.at(-1);
    if (to <= from) {
      return;
    }
    if (last !== undefined && last.to === from && last.status === status) {
      last.to = to;
    } else {
      spans.push({ from, to, status });
    }
  });
  return spans;
}
