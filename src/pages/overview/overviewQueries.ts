import { variableFilters } from '../../api/variableFilters';
import type { Query } from '../../contract/query/Query';
import type { DataKind } from '../../contract/query/kinds';
import { webVitals } from '../../contract/webVitals';

type Part = Partial<Query> & { kind: DataKind };

/** One query of this page, with the filters of the page's variables. */
function query(refId: string, { filters = [], ...part }: Part): Query {
  return { refId, format: 'table', ...part, filters: [...variableFilters(part.kind), ...filters] };
}

const pageViews: Part = {
  kind: 'events',
  calculation: 'count',
  filters: [{ field: 'event_type', operator: '=', value: 'page_view' }],
};
const errors: Part = { kind: 'errors', calculation: 'count' };
const lcp: Part = { kind: 'performance', metric: 'LCP', calculation: 'p75' };

const totalAndSeries = (part: Part): Query[] => [
  query('total', part),
  query('series', { ...part, format: 'time_series' }),
];

/** Queries of the tiles: `total` is the number, `series` its sparkline. */
export const tileQueries = {
  pageViews: totalAndSeries(pageViews),
  lcp: totalAndSeries(lcp),
  errorRate: [
    query('errors', errors),
    query('views', pageViews),
    query('series', { ...errors, format: 'time_series' }),
  ],
  services: [
    query('services', {
      kind: 'health',
      calculation: 'count',
      groupBy: ['app', 'service_name', 'status'],
      format: 'time_series',
      limit: 1000,
    }),
  ],
} satisfies Record<string, Query[]>;

/** p75 of each vital (`p75-LCP`), and its page views by rating (`ratings-LCP`). */
export const vitalsQueries: Query[] = webVitals.flatMap((metric) => [
  query(`p75-${metric}`, { kind: 'performance', metric, calculation: 'p75' }),
  query(`ratings-${metric}`, { kind: 'performance', metric, calculation: 'count', groupBy: ['rating'] }),
]);

export const errorsBySeverity: Query[] = [query('errors', { ...errors, groupBy: ['severity'], format: 'time_series' })];

/** Every page an app may have: the order is decided where p75 and samples have been joined. */
const everyPage = 1000;

export const slowestPages: Query[] = [
  query('p75', { ...lcp, groupBy: ['page_path'], limit: everyPage }),
  query('samples', { ...lcp, calculation: 'count', groupBy: ['page_path'], limit: everyPage }),
];

export const topPages: Query[] = [
  query('views', { ...pageViews, groupBy: ['page_path'], limit: everyPage }),
  query('errors', { ...errors, groupBy: ['page_path'], limit: everyPage }),
];
