import { usualCalculation } from '../../contract/query/calculationsByKind';
import { metricFields } from '../../contract/query/metricFields';
import { isOfValues } from '../../contract/query/calculationsOf';
import { isDataKind } from '../../contract/query/isDataKind';
import type { BuiltQuery } from './BuiltQuery';

/**
 * Whether a query lacks the metric without which milliseconds would be mixed with scores: its calculation is made of
 * values, and neither a metric, nor a group, nor a filter tells the metrics apart.
 */
export function needsMetric({ kind, metric, calculation, format, groupBy, filters, live }: BuiltQuery): boolean {
  const field = isDataKind(kind) ? metricFields[kind] : undefined;
  if (!isDataKind(kind) || field === undefined || live || format === 'logs') {
    return false;
  }
  return (
    !metric?.trim() &&
    isOfValues(calculation ?? usualCalculation(kind, metric)) &&
    !groupBy?.includes(field) &&
    !filters?.some((filter) => filter.field === field && filter.operator === '=')
  );
}
