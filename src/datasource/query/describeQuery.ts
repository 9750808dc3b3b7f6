import {
  describeBots,
  describeFilters,
  describeGroups,
  describeMeasure,
  describeRows,
  fieldName,
} from '../../contract/query/describeDataQuery';
import { isDataKind } from '../../contract/query/isDataKind';
import type { SeamarkQuery } from './SeamarkQuery';

/** A query in one line of plain language, as in "p75 of LCP by page, where browser is Firefox". */
export function describeQuery(query: SeamarkQuery): string {
  const { kind, filters } = query;
  if (kind === 'variables') {
    return `${query.field ? `values of ${fieldName(query.field)}` : 'names of the fields'}${describeFilters(filters)}`;
  }
  if (kind === 'annotations') {
    return `${(query.of ?? 'releases').replaceAll('_', ' ')} as annotations${describeFilters(filters)}`;
  }
  if (query.live) {
    return `page views, errors and vitals of the last minute, every second${describeFilters(filters?.filter(({ field }) => field === 'app'))}`;
  }
  if (isDataKind(kind) && query.format === 'logs') {
    return `${describeRows(query)} as log lines${describeFilters(filters)}${describeBots(query)}`;
  }
  return describeMeasure(query) + describeGroups(query.groupBy) + describeFilters(filters) + describeBots(query);
}
