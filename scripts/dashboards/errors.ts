import { errorsDashboardUid } from '../../src/contract/dashboardLinks';
import { pagePaths } from '../../src/contract/pagePaths';
import { dashboard } from './dashboard';
import { overviewLink, pageDetail } from './links';
import { bars, groupTable, named, rows, stat } from './panels';
import { query } from './query';

const count = { kind: 'errors' as const, calculation: 'count' as const };
const table = { format: 'table' as const, limit: 1000 };

const severityColours = [
  ['critical', 'dark-red'],
  ['high', 'red'],
  ['medium', 'orange'],
  ['low', 'blue'],
] as const;

export const errorsDashboard = dashboard({
  uid: errorsDashboardUid,
  title: 'Seamark: Errors',
  description: 'How many errors, how bad, for how many people, on which pages and since which release.',
  variablesOf: 'errors',
  page: { title: 'Open in Seamark', path: pagePaths.errors },
  adHocFilters: true,
  panels: [
    stat({
      title: 'Errors',
      description: 'Errors of the time range.',
      width: 6,
      queries: [query('A', { ...count, format: 'table' })],
      links: [overviewLink],
    }),
    stat({
      title: 'Sessions with errors',
      description: 'Different sessions in which at least one error happened.',
      width: 6,
      queries: [query('A', { kind: 'errors', calculation: 'uniques_sessions', format: 'table' })],
    }),
    stat({
      title: 'People affected',
      description: 'Different users, or visitors where no user is known, who met an error.',
      width: 6,
      queries: [query('A', { kind: 'errors', calculation: 'uniques_users', format: 'table' })],
    }),
    stat({
      title: 'Critical and high',
      description: 'Errors of the two worst severities.',
      width: 6,
      queries: [
        query('A', {
          ...count,
          format: 'table',
          filters: [{ field: 'severity', operator: '=', value: ['critical', 'high'] }],
        }),
      ],
    }),
    bars({
      title: 'By severity',
      description: 'Errors in each interval, by severity.',
      queries: [query('A', { ...count, groupBy: ['severity'] })],
      overrides: severityColours.map(([severity, fixedColor]) => ({
        matcher: { id: 'byName', options: severity },
        properties: [{ id: 'color', value: { mode: 'fixed', fixedColor } }],
      })),
    }),
    bars({
      title: 'By release',
      description: 'Errors in each interval, by release.',
      queries: [query('A', { ...count, groupBy: ['release'] })],
    }),
    groupTable({
      title: 'Pages',
      description: 'Errors and affected sessions by page.',
      groupBy: 'page_path',
      sortBy: 'Errors count',
      queries: [
        query('errors', { ...count, ...table, groupBy: ['page_path'] }),
        query('sessions', { kind: 'errors', calculation: 'uniques_sessions', ...table, groupBy: ['page_path'] }),
      ],
      overrides: [named('page_path', 'Page'), pageDetail('LCP')],
    }),
    groupTable({
      title: 'Types',
      description: 'Errors and affected sessions by type.',
      groupBy: 'error_type',
      sortBy: 'Errors count',
      queries: [
        query('errors', { ...count, ...table, groupBy: ['error_type'] }),
        query('sessions', { kind: 'errors', calculation: 'uniques_sessions', ...table, groupBy: ['error_type'] }),
      ],
      overrides: [named('error_type', 'Type')],
    }),
    groupTable({
      title: 'Browsers',
      description: 'Errors by browser.',
      groupBy: 'browser',
      sortBy: 'Errors count',
      queries: [query('errors', { ...count, ...table, groupBy: ['browser'] })],
      overrides: [named('browser', 'Browser')],
    }),
    groupTable({
      title: 'Fingerprints',
      description:
        'Errors of one cause share a fingerprint, which leads to all that is known of it. The most frequent first.',
      groupBy: 'fingerprint',
      sortBy: 'Errors count',
      queries: [
        query('errors', { ...count, ...table, groupBy: ['fingerprint', 'app', 'error_type', 'page_path'], limit: 50 }),
      ],
      overrides: [
        named('fingerprint', 'Fingerprint'),
        named('app', 'App'),
        named('error_type', 'Type'),
        named('page_path', 'Page'),
      ],
    }),
    rows({
      title: 'Latest errors',
      description: 'The newest errors of the time range, at most 200. Open one for its details.',
      queries: [query('A', { kind: 'errors', format: 'logs', limit: 200 })],
    }),
  ],
});
