import { isWebVital } from '../../contract/webVitals';
import type { Calculation } from '../../contract/query/calculations';
import type { DataKind } from '../../contract/query/kinds';

const ofRows: readonly Calculation[] = ['count', 'rate', 'uniques_users', 'uniques_sessions'];
const ofValues: readonly Calculation[] = ['avg', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99'];
const ofRatings: readonly Calculation[] = ['share_good', 'share_needs_improvement', 'share_poor'];

const byKind: Record<DataKind, readonly Calculation[]> = {
  performance: ['p75', 'p50', 'p90', 'p95', 'p99', 'avg', 'min', 'max', ...ofRatings, ...ofRows],
  events: ofRows,
  errors: ofRows,
  metrics: ['avg', 'sum', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99', ...ofRows],
  health: ['uptime', ...ofValues, 'count', 'rate'],
};

/**
 * The calculations that mean something for a kind, the usual one first. Shares need ratings, which only the five vitals
 * have; a metric that is not known yet (a variable, none chosen) is given the benefit of the doubt.
 */
export function calculationsOf(kind: DataKind, metric?: string): readonly Calculation[] {
  const rated = !metric || isWebVital(metric) || metric.includes('$');
  return byKind[kind].filter((calculation) => rated || !ofRatings.includes(calculation));
}
