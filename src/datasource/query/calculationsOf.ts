import { isWebVital } from '../../contract/webVitals';
import type { Calculation } from '../../contract/query/calculations';
import type { DataKind } from '../../contract/query/kinds';

const ofRows: readonly Calculation[] = ['count', 'rate', 'uniques_users', 'uniques_sessions'];
const ofValues: readonly Calculation[] = ['avg', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99'];
const ofRatings: readonly Calculation[] = ['share_good', 'share_needs_improvement', 'share_poor'];

const byKind: Record<DataKind, readonly Calculation[]> = {
  performance: ['p75', 'p50', 'p90', 'p95', 'p99', 'avg', 'min', 'max', 'sum', ...ofRatings, ...ofRows],
  events: ofRows,
  errors: ofRows,
  metrics: ['avg', 'sum', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99', ...ofRows],
  health: ['uptime', ...ofValues, 'sum', 'count', 'rate'],
};

/**
 * The calculations that mean something for a kind, the usual one first. Shares need ratings, which only the five vitals
 * have; a metric that is not known yet (a variable, none chosen) is given the benefit of the doubt.
 */
export function calculationsOf(kind: DataKind, metric?: string): readonly Calculation[] {
  const rated = !metric || isWebVital(metric) || metric.includes('$');
  return byKind[kind].filter((calculation) => rated || !ofRatings.includes(calculation));
}

/** Whether a calculation is made of the rows' values or ratings, rather than of their being there. */
export function isOfValues(calculation: Calculation): boolean {
  return !ofRows.includes(calculation) && calculation !== 'uptime';
}

/** The calculation of a query that names none, as the server takes it. */
export function usualCalculation(kind: DataKind, metric: string | undefined): Calculation {
  return kind === 'performance' && metric ? 'p75' : 'count';
}
