import type { AggregatePlan } from '../../domain/query/QueryPlan';
import { deviceFields } from './fieldExpression';

/** Fields of a vital in the index `performance_data_covering` (migration 15); those of a device are found by its number. */
const covered: ReadonlySet<string> = new Set([
  ...['app', 'metric_type', 'value', 'rating', 'page_path', 'country', 'release', 'environment', 'is_bot'],
  ...deviceFields,
]);

/** Whether a plan over raw rows reads one metric's part of the covering index, a fraction of what the rows take. */
export function isCovered({ kind, metric, archived, calculation, groupBy, filters }: AggregatePlan): boolean {
  return (
    kind === 'performance' &&
    metric !== undefined &&
    archived !== true &&
    !calculation.startsWith('uniques_') &&
    [...groupBy, ...filters.map(({ field }) => field)].every(
      ({ source, name }) => source === 'named' && covered.has(name)
    )
  );
}
