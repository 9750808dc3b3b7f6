import type { Filter, Query } from '../query/Query';

/** The results of one check, whatever its service is called. */
export function resultsOfCheck(checkId: string): Filter[] {
  return [{ field: 'check_id', operator: '=', value: checkId }];
}

/** What a service says of itself, without what checks of that name found. @param app its name */
export function reportsOf(app: string, service: string): Filter[] {
  return [
    { field: 'app', operator: '=', value: app },
    { field: 'service_name', operator: '=', value: service },
    ...reportsOnly,
  ];
}

/** Results that no check has made. */
export const reportsOnly: Filter[] = [{ field: 'check_id', operator: '=', value: '' }];

/**
 * What a history is drawn from: summaries answer it, so a year costs no more than a day.
 * `status`: results by status; `p50`, `p95`: response time.
 */
export function historyQueries(filters: Filter[]): Record<'status' | 'p50' | 'p95', Query> {
  const shared = { kind: 'health' as const, filters };
  return {
    status: { ...shared, refId: 'status', calculation: 'count', groupBy: ['status'] },
    p50: { ...shared, refId: 'p50', calculation: 'p50' },
    p95: { ...shared, refId: 'p95', calculation: 'p95' },
  };
}

/** Points of each of them at most. */
export const historyPoints = 150;
