import type { Query } from '../../../contract/query/Query';

/**
 * What the history of a service is drawn from: summaries answer it, so a year costs no more than a day.
 * `status`: results by status; `p50`, `p95`: response time.
 */
export function historyQueries(service: string): Record<'status' | 'p50' | 'p95', Query> {
  const ofService = {
    kind: 'health' as const,
    filters: [{ field: 'service_name', operator: '=' as const, value: service }],
  };
  return {
    status: { ...ofService, refId: 'status', calculation: 'count', groupBy: ['status'] },
    p50: { ...ofService, refId: 'p50', calculation: 'p50' },
    p95: { ...ofService, refId: 'p95', calculation: 'p95' },
  };
}
