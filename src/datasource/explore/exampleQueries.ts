import type { SeamarkQuery } from '../query/SeamarkQuery';

export interface ExampleQuery {
  title: string;
  why: string;
  query: Omit<SeamarkQuery, 'refId'>;
}

/** Questions that people ask first, ready to run. */
export const exampleQueries: readonly ExampleQuery[] = [
  {
    title: 'Which pages load slowly?',
    why: 'Up to 2.5 s is good, above 4 s is poor.',
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'], format: 'table' },
  },
  {
    title: 'Is it getting slower?',
    why: 'The same number over time, one line a browser.',
    query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['browser'], format: 'time_series' },
  },
  {
    title: 'Does it react at once?',
    why: 'Percent of page views whose slowest interaction took more than half a second.',
    query: { kind: 'performance', metric: 'INP', calculation: 'share_poor', format: 'time_series' },
  },
  {
    title: 'What is visited most?',
    why: 'Page views by page.',
    query: {
      kind: 'events',
      calculation: 'count',
      groupBy: ['page_path'],
      filters: [{ field: 'event_type', operator: '=', value: 'page_view' }],
      format: 'table',
    },
  },
  {
    title: 'What breaks?',
    why: 'The newest errors, line by line.',
    query: { kind: 'errors', format: 'logs', limit: 100 },
  },
  {
    title: 'Which release broke it?',
    why: 'Errors over time, one line a release.',
    query: { kind: 'errors', calculation: 'count', groupBy: ['release'], format: 'time_series' },
  },
  {
    title: 'Are the services there?',
    why: 'Percent of the observed time, by service.',
    query: { kind: 'health', calculation: 'uptime', groupBy: ['service_name'], format: 'table' },
  },
];
