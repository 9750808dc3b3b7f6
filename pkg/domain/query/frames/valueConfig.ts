import { isWebVital, webVitalLimits } from '../../../../src/contract/webVitals';
import type { AggregatePlan } from '../QueryPlan';

/** Units of stored rows in Grafana's words; others are shown as they are. */
const storedUnits = new Map(
  Object.entries({
    ms: 'ms',
    milliseconds: 'ms',
    s: 's',
    seconds: 's',
    bytes: 'bytes',
    count: 'short',
    percentage: 'percent',
    percent: 'percent',
    score: 'none',
  })
);

/**
 * Grafana's field config of a query's value: unit, range, and for web vitals the limits of `webVitals.ts` as thresholds
 * (green up to good, red above poor).
 * @param rowUnit unit of the rows themselves, where all agree
 */
export function valueConfig(plan: AggregatePlan, displayName: string, rowUnit: string | null): Record<string, unknown> {
  return { displayNameFromDS: displayName, ...unitConfig(plan, rowUnit) };
}

function unitConfig(plan: AggregatePlan, rowUnit: string | null): Record<string, unknown> {
  switch (plan.calculation) {
    case 'count':
    case 'uniques_users':
    case 'uniques_sessions':
      return { unit: 'short' };
    case 'rate':
      return { unit: 'cps' };
    case 'share_good':
    case 'share_needs_improvement':
    case 'share_poor':
    case 'uptime':
      return { unit: 'percent', min: 0, max: 100 };
    default:
      return measureConfig(plan, rowUnit);
  }
}

function measureConfig(
  { calculation, measure, metric }: AggregatePlan,
  rowUnit: string | null
): Record<string, unknown> {
  if (measure === 'response_time_ms') {
    return { unit: 'ms' };
  }
  if (measure === 'error_rate') {
    return { unit: 'percentunit' };
  }
  if (metric === undefined || !isWebVital(metric)) {
    const unit = rowUnit === null ? undefined : (storedUnits.get(rowUnit) ?? rowUnit);
    return unit === undefined ? {} : { unit };
  }
  const { good, poor, unit } = webVitalLimits[metric];
  return {
    unit: unit === 'score' ? 'none' : unit,
    ...(unit === 'score' ? { decimals: 3 } : {}),
    // A sum of page views' times has no limit to be held against.
    ...(calculation === 'sum' ? {} : { thresholds: thresholds(good, poor) }),
  };
}

function thresholds(good: number, poor: number) {
  return {
    mode: 'absolute',
    steps: [
      { value: null, color: 'green' },
      { value: good, color: 'orange' },
      { value: poor, color: 'red' },
    ],
  };
}
