import { variableFilters } from '../../api/variableFilters';
import type { Calculation } from '../../contract/query/calculations';
import type { Query } from '../../contract/query/Query';
import type { WebVital } from '../../contract/webVitals';

function query(refId: string, metric: WebVital, calculation: Calculation, part: Partial<Query> = {}): Query {
  return {
    refId,
    kind: 'performance',
    metric,
    calculation,
    format: 'table',
    ...part,
    filters: [...variableFilters('performance'), ...(part.filters ?? [])],
  };
}

/**
 * How often the vital was measured, by rating (`ratings`), and p75 over the whole range of it and of those whose tabs
 * are beside it (`p75-LCP`).
 */
export function summaryQueries(metric: WebVital, beside: readonly WebVital[]): Query[] {
  return [
    query('ratings', metric, 'count', { groupBy: ['rating'] }),
    ...[...new Set([metric, ...beside])].map((each) => query(`p75-${each}`, each, 'p75')),
  ];
}

export function p75Series(metric: WebVital): Query[] {
  return [query('p75', metric, 'p75', { format: 'time_series' })];
}

/** Percent of page views by rating over time, best first. */
export function ratingSeries(metric: WebVital): Query[] {
  return (['share_good', 'share_needs_improvement', 'share_poor'] as const).map((share) =>
    query(share, metric, share, { format: 'time_series' })
  );
}

/** Most groups that a table can be asked for before it is ordered and cut in the browser. */
const everyGroup = 1000;

/** p75, samples and share of poor page views by one field (or a variable that names it). */
export function breakdownQueries(metric: WebVital, groupBy: string): Query[] {
  const grouped = { groupBy: [groupBy], limit: everyGroup };
  return [
    query('p75', metric, 'p75', grouped),
    query('samples', metric, 'count', grouped),
    query('poor', metric, 'share_poor', grouped),
  ];
}

/** The releases of the chosen apps, as marks on time series. */
export const releaseFilters = variableFilters('performance', ['release', 'page']);
