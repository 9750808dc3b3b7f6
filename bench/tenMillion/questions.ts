import type { Query } from '../../src/contract/query/Query';

/** What dashboards ask of thirty days; all of it is summarised. */
export const questions: ReadonlyArray<readonly [name: string, query: Omit<Query, 'refId'>]> = [
  ['page views per hour', { kind: 'events', calculation: 'count', filters: pageViews(), format: 'time_series' }],
  ['page views', { kind: 'events', calculation: 'count', filters: pageViews(), format: 'table' }],
  [
    'p75 of LCP by page',
    { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'], format: 'table', limit: 1000 },
  ],
  ['p75 of LCP', { kind: 'performance', metric: 'LCP', calculation: 'p75', format: 'table' }],
  ['p75 of LCP per hour', { kind: 'performance', metric: 'LCP', calculation: 'p75', format: 'time_series' }],
  ['visitors per hour', { kind: 'events', calculation: 'uniques_users', filters: pageViews(), format: 'time_series' }],
  ['visitors', { kind: 'events', calculation: 'uniques_users', filters: pageViews(), format: 'table' }],
  [
    'visitors by country',
    { kind: 'events', calculation: 'uniques_users', filters: pageViews(), groupBy: ['country'], format: 'table' },
  ],
  [
    'visitors by page',
    {
      kind: 'events',
      calculation: 'uniques_users',
      filters: pageViews(),
      groupBy: ['page_path'],
      format: 'table',
      limit: 1000,
    },
  ],
  [
    'share of good LCP per hour',
    { kind: 'performance', metric: 'LCP', calculation: 'share_good', format: 'time_series' },
  ],
  ['LCP by rating', { kind: 'performance', metric: 'LCP', calculation: 'count', groupBy: ['rating'], format: 'table' }],
];

/** What no summary is kept for: vitals by two fields are read from the covering index. */
export const combinations: typeof questions = [
  [
    'p75 of LCP by page in one country',
    {
      kind: 'performance',
      metric: 'LCP',
      calculation: 'p75',
      filters: [{ field: 'country', operator: '=', value: 'IT' }],
      groupBy: ['page_path'],
      format: 'table',
      limit: 1000,
    },
  ],
];

/** What a dashboard asks beside its panels' numbers: single rows, choices of its variables, marks of releases. */
export const lists: typeof questions = [
  ['newest 100 events', { kind: 'events', format: 'logs', limit: 100 }],
  ['pages to choose from', { kind: 'variables', of: 'performance', field: 'page_path' }],
  ['releases to choose from', { kind: 'variables', of: 'events', field: 'release' }],
  ['browsers to choose from', { kind: 'variables', of: 'performance', field: 'browser' }],
  ['marks of releases', { kind: 'annotations', of: 'releases' }],
];

function pageViews(): NonNullable<Query['filters']> {
  return [{ field: 'event_type', operator: '=', value: 'page_view' }];
}
