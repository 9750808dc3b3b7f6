import type { Filter } from '../../contract/query/Query';
import { expandVariables, type Replace } from './expandVariables';
import { interpolateFilter } from './interpolateFilter';
import type { SeamarkQuery } from './SeamarkQuery';

/**
 * A query with the dashboard's variables replaced, ready to be sent. `adHoc` are filters that apply to every query of
 * the dashboard. One for a field that the query's kind lacks stays in, so that the panel says so rather than showing
 * numbers that look filtered and are not.
 */
export function interpolateQuery(query: SeamarkQuery, replace: Replace, adHoc: readonly Filter[] = []): SeamarkQuery {
  const filters = [...(query.filters ?? []), ...adHoc].flatMap((filter) => interpolateFilter(filter, replace) ?? []);
  return {
    ...query,
    ...(query.metric !== undefined && { metric: replace(query.metric) }),
    ...(query.field !== undefined && { field: replace(query.field) }),
    ...(query.groupBy && { groupBy: query.groupBy.flatMap((name) => names(name, replace)) }),
    ...(filters.length > 0 || query.filters ? { filters } : {}),
  };
}

/** One entry of `groupBy` may be a variable that holds several field names, or none. */
function names(text: string, replace: Replace): string[] {
  const pieces = expandVariables(text, replace);
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'object') {
    return only.values.filter((value) => value !== '');
  }
  return [replace(text)];
}
