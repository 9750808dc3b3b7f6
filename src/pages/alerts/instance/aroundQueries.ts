import type { Filter, Query } from '../../../contract/query/Query';

/** Errors that are shown one by one. */
export const mostErrors = 8;

/** Questions about what else happened, of one app where the alert names it. Health belongs to no browser, but to apps. */
export function aroundQueries(app: string | undefined) {
  const filters: Filter[] = app === undefined ? [] : [{ field: 'app', operator: '=', value: app }];
  const query = <K extends string>(refId: K, part: Omit<Query, 'refId' | 'filters'> & { filters?: Filter[] }) => ({
    refId,
    format: 'table' as const,
    ...part,
    filters: [...filters, ...(part.filters ?? [])],
  });
  const pageViews: Filter[] = [{ field: 'event_type', operator: '=', value: 'page_view' }];
  const totals = [
    query('views', { kind: 'events', calculation: 'count', filters: pageViews }),
    query('sessions', { kind: 'events', calculation: 'uniques_sessions' }),
    query('errors', { kind: 'errors', calculation: 'count' }),
  ] as const;
  return {
    /** Asked again of the same length of time before. */
    totals,
    all: [
      ...totals,
      query('groups', { kind: 'errors', calculation: 'count', groupBy: ['app', 'fingerprint'], limit: mostErrors }),
      query('releases', { kind: 'annotations', of: 'releases' }),
      query('health', { kind: 'health', calculation: 'count', groupBy: ['service_name', 'status'], limit: 1000 }),
    ] as const,
  };
}
