import type { ObservedTime } from './uptimeOf';

/** How a service does against the uptime it is meant to have. */
export interface ErrorBudget {
  /** Milliseconds that it may still be down in the period; negative: beyond. */
  leftMs: number;
  /**
   * How many times faster than allowed it was down of late: at 1 the budget lasts just as long as the period
   * (Site Reliability Workbook, chapter 5).
   */
  burnRate: number;
}

/**
 * @param target percent, below or equal to 100
 * @param periodMs length of the period that the target is for
 * @param period what was observed in it so far
 * @param recent what was observed lately
 */
export function errorBudget(target: number, periodMs: number, period: ObservedTime, recent: ObservedTime): ErrorBudget {
  const allowed = 1 - target / 100;
  const observed = recent.healthy + recent.degraded + recent.down;
  const share = observed === 0 ? 0 : recent.down / observed;
  return {
    leftMs: allowed * (periodMs - period.maintenance) - period.down,
    burnRate: share === 0 ? 0 : share / Math.max(allowed, Number.EPSILON),
  };
}
