import type { Calculation } from '../../../../src/contract/query/calculations';
import type { AggregatePlan } from '../QueryPlan';

/** Shown where rows have no value of the field they are grouped by. */
export const noValue = '(none)';

const calculationWords: Partial<Record<Calculation, string>> = {
  rate: 'per second',
  uniques_users: 'users',
  uniques_sessions: 'sessions',
  share_good: 'good',
  share_needs_improvement: 'needs improvement',
  share_poor: 'poor',
};

/** Results of health have no rating but a status. */
const healthWords: typeof calculationWords = {
  share_good: 'healthy',
  share_needs_improvement: 'degraded',
  share_poor: 'down',
};

/** What the number is, in words: "LCP p75", "Events count", "Uptime". */
export function valueTitle({ kind, metric, calculation, measure }: AggregatePlan): string {
  if (calculation === 'uptime') {
    return 'Uptime';
  }
  const words = (kind === 'health' ? healthWords[calculation] : undefined) ?? calculationWords[calculation];
  return `${subject(kind, metric, measure)} ${words ?? calculation}`;
}

/** The name of one series: its group's values, or the title where there is only one. */
export function seriesName(plan: AggregatePlan, groups: readonly string[]): string {
  return groups.length === 0 ? valueTitle(plan) : groups.map((value) => (value === '' ? noValue : value)).join(', ');
}

function subject(kind: AggregatePlan['kind'], metric: string | undefined, measure: AggregatePlan['measure']): string {
  if (measure === 'response_time_ms') {
    return 'Response time';
  }
  if (measure === 'error_rate') {
    return 'Error rate';
  }
  const words = {
    performance: 'Measurements',
    events: 'Events',
    errors: 'Errors',
    metrics: 'Metrics',
    health: 'Results',
    alerts: 'Alerts',
  };
  return metric ?? words[kind];
}
