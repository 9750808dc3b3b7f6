const worstFirst = ['down', 'degraded', 'healthy'];

/** How many results of one status a service had over time. */
export interface StatusCounts {
  service: string;
  status: string;
  /** Epoch milliseconds, in order. */
  times: readonly unknown[];
  counts: readonly unknown[];
}

export interface LatestStatus {
  /** Epoch milliseconds at which the interval began. */
  time: number;
  status: string;
}

/** Whether `a` says more about now than `b`: it is newer, or as new and worse. */
const overrules = (a: LatestStatus, b: LatestStatus): boolean =>
  a.time > b.time || (a.time === b.time && worstFirst.indexOf(a.status) < worstFirst.indexOf(b.status));

/** The status that each service had last; the worst of those in its last interval. */
export function latestStatuses(counts: readonly StatusCounts[]): Map<string, LatestStatus> {
  const last = new Map<string, LatestStatus>();
  for (const { service, status, times, counts: values } of counts) {
    const at = values.map((count) => typeof count === 'number' && count > 0).lastIndexOf(true);
    const seen = { time: Number(times[at]), status };
    const before = last.get(service);
    if (at >= 0 && (!before || overrules(seen, before))) {
      last.set(service, seen);
    }
  }
  return last;
}
