import { isOfValues, usualCalculation } from './calculationsOf';
import { isDataKind } from './isDataKind';
import type { SeamarkQuery } from './SeamarkQuery';

/** The field by which rows of different metrics are told apart. */
const metricFields = { performance: 'metric_type', metrics: 'name' } as const;

/**
 * Whether a query lacks the metric without which milliseconds would be mixed with scores: its calculation is made of
 * values, and neither a metric, nor a group, nor a filter tells the metrics apart.
 */
export function needsMetric({ kind, metric, calculation, format, groupBy, filters, live }: SeamarkQuery): boolean {
  if (!isDataKind(kind) || (kind !== 'performance' && kind !== 'metrics') || live || format === 'logs') {
    return false;
  }
  const field = metricFields[kind];
  return (
    !metric?.trim() &&
    isOfValues(calculation ?? usualCalculation(kind, metric)) &&
    !groupBy?.includes(field) &&
    !filters?.some((filter) => filter.field === field && filter.operator === '=')
  );
}
