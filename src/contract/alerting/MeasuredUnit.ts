import { isArithmetic, usualCalculation } from '../query/calculationsByKind';
import type { Query } from '../query/Query';
import { isWebVital, webVitalLimits } from '../webVitals';

/** What a measured number is: milliseconds, percent, a plain number (of things, or a score), things per second. */
export const measuredUnits = ['ms', 'percent', 'ratio', 'score', 'count', 'per second', 'per minute', 'days'] as const;
export type MeasuredUnit = (typeof measuredUnits)[number];

/** The unit of what a query measures; undefined where only the rows themselves know it (metrics of an app's own). */
export function unitOfQuery({
  kind,
  metric,
  calculation = usualCalculation(kind as 'events', metric),
}: Pick<Query, 'kind' | 'metric' | 'calculation'>): MeasuredUnit | undefined {
  if (calculation === 'rate') {
    return 'per second';
  }
  if (calculation === 'uptime' || calculation.startsWith('share_')) {
    return 'percent';
  }
  if (!isArithmetic(calculation)) {
    return 'count';
  }
  if (kind === 'health') {
    return metric === 'error_rate' ? 'ratio' : 'ms';
  }
  return metric !== undefined && isWebVital(metric) ? webVitalLimits[metric].unit : undefined;
}

/** A measured number as a person reads it: `2.5 s`, `180 ms`, `42%`, `1,204`; at most four significant digits. */
export function formatMeasured(value: number, unit: MeasuredUnit | undefined): string {
  switch (unit) {
    case 'ms':
      return Math.abs(value) >= 1000 ? `${short(value / 1000)} s` : `${short(value)} ms`;
    case 'percent':
      return `${short(value)}%`;
    case 'ratio':
      return `${short(value * 100)}%`;
    case 'per second':
      return `${short(value)} per second`;
    case 'per minute':
      return `${short(value)} per minute`;
    case 'days':
      return `${short(value)} ${value === 1 ? 'day' : 'days'}`;
    default:
      return short(value);
  }
}

function short(value: number): string {
  const whole = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
  return whole.toLocaleString('en', { maximumSignificantDigits: 21 });
}
