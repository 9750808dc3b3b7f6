import { pagePaths } from '../../src/contract/pagePaths';
import { dashboard } from './dashboard';
import { overviewLink } from './links';
import { bars, groupTable, lines, named, rows, stat } from './panels';
import { query } from './query';

const byService = { kind: 'health' as const, groupBy: ['service_name'], limit: 100 };

export const healthDashboard = dashboard({
  uid: 'seamark-health',
  title: 'Seamark: Health',
  description: 'Which services answer, how fast, and how often they did not.',
  variablesOf: 'health',
  page: { title: 'Open in Seamark', path: pagePaths.healthServices },
  panels: [
    stat({
      title: 'Uptime',
      description: 'Share of the observed time in which services were not down.',
      width: 8,
      queries: [query('A', { kind: 'health', calculation: 'uptime', format: 'table' })],
      links: [overviewLink],
    }),
    stat({
      title: 'Response time p95',
      description: 'Nineteen of twenty results came within this time.',
      width: 8,
      queries: [query('A', { kind: 'health', calculation: 'p95', format: 'table' })],
    }),
    stat({
      title: 'Results',
      description: 'Results that services or probes reported in the time range.',
      width: 8,
      queries: [query('A', { kind: 'health', calculation: 'count', format: 'table' })],
    }),
    groupTable({
      title: 'Services',
      description: 'Uptime, response time and number of results by service.',
      width: 24,
      groupBy: 'service_name',
      sortBy: 'Results count',
      queries: [
        query('uptime', { ...byService, calculation: 'uptime', format: 'table' }),
        query('p95', { ...byService, calculation: 'p95', format: 'table' }),
        query('results', { ...byService, calculation: 'count', format: 'table' }),
      ],
      overrides: [named('service_name', 'Service')],
    }),
    lines({
      title: 'Response time p95',
      description: 'Nineteen of twenty results of a service came within this time, in each interval.',
      queries: [query('A', { ...byService, calculation: 'p95' })],
    }),
    bars({
      title: 'Results by status',
      description: 'Results in each interval: healthy, degraded, down.',
      queries: [query('A', { kind: 'health', calculation: 'count', groupBy: ['status'] })],
      overrides: (
        [
          ['healthy', 'green'],
          ['degraded', 'orange'],
          ['down', 'red'],
        ] as const
      ).map(([status, fixedColor]) => ({
        matcher: { id: 'byName', options: status },
        properties: [{ id: 'color', value: { mode: 'fixed', fixedColor } }],
      })),
    }),
    rows({
      title: 'Latest results that were not healthy',
      description: 'The newest degraded and down results of the time range, at most 200.',
      queries: [
        query('A', {
          kind: 'health',
          format: 'logs',
          limit: 200,
          filters: [{ field: 'status', operator: '!=', value: 'healthy' }],
        }),
      ],
    }),
  ],
});
