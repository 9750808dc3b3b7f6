import { pagePaths } from '../../src/contract/pagePaths';
import type { Filter } from '../../src/contract/query/Query';
import { dashboard } from './dashboard';
import { overviewLink, pageDetail } from './links';
import { bars, groupTable, lines, named, stat } from './panels';
import { query } from './query';

const onlyPageViews: Filter[] = [{ field: 'event_type', operator: '=', value: 'page_view' }];
const views = { kind: 'events' as const, calculation: 'count' as const, filters: onlyPageViews };
const visitors = { kind: 'events' as const, calculation: 'uniques_users' as const, filters: onlyPageViews };
const sessions = { kind: 'events' as const, calculation: 'uniques_sessions' as const, filters: onlyPageViews };
const table = { format: 'table' as const, limit: 1000 };

function by(title: string, groupBy: string, header: string) {
  return groupTable({
    title,
    description: `Page views and visitors by ${header.toLowerCase()}.`,
    width: 8,
    groupBy,
    sortBy: 'Views',
    queries: [
      query('views', { ...views, ...table, groupBy: [groupBy] }),
      query('visitors', { ...visitors, ...table, groupBy: [groupBy] }),
    ],
    overrides: [
      named(groupBy, header),
      named('Events count', 'Views'),
      named('Events users', 'Visitors'),
      ...(groupBy === 'page_path' ? [pageDetail('LCP')] : []),
    ],
  });
}

export const analyticsDashboard = dashboard({
  uid: 'seamark-analytics',
  title: 'Seamark: Analytics',
  description: 'Page views, visitors and sessions, where they come from, and what they do. Bots are left out.',
  variablesOf: 'events',
  chooseMetric: true,
  page: { title: 'Open in Seamark', path: pagePaths.overview },
  panels: [
    stat({
      title: 'Page views',
      description: 'Pages that visitors opened in the time range.',
      width: 8,
      queries: [query('A', { ...views, format: 'table' })],
      links: [overviewLink],
    }),
    stat({
      title: 'Visitors',
      description: 'Different users; where no user is known, different visitors of a day.',
      width: 8,
      queries: [query('A', { ...visitors, format: 'table' })],
    }),
    stat({
      title: 'Sessions',
      description: 'Different sessions in which a page was opened.',
      width: 8,
      queries: [query('A', { ...sessions, format: 'table' })],
    }),
    bars({
      title: 'Page views',
      description: 'Pages that visitors opened, in each interval.',
      queries: [query('A', views)],
      options: { legend: { showLegend: false }, tooltip: { mode: 'single' } },
    }),
    lines({
      title: 'Visitors and sessions',
      description: 'Different visitors and sessions in each interval.',
      maxDataPoints: 48,
      queries: [query('visitors', visitors), query('sessions', sessions)],
      overrides: [
        {
          matcher: { id: 'byFrameRefID', options: 'visitors' },
          properties: [{ id: 'displayName', value: 'Visitors' }],
        },
        {
          matcher: { id: 'byFrameRefID', options: 'sessions' },
          properties: [{ id: 'displayName', value: 'Sessions' }],
        },
      ],
    }),
    by('Pages', 'page_path', 'Page'),
    by('Referrers', 'referrer', 'Referrer'),
    by('Countries', 'country', 'Country'),
    by('Browsers', 'browser', 'Browser'),
    by('Devices', 'device_type', 'Device'),
    by('Releases', 'release', 'Release'),
    bars({
      title: 'Events by type',
      description: 'Everything that pages reported, by type, in each interval.',
      queries: [query('A', { kind: 'events', calculation: 'count', groupBy: ['event_type'] })],
    }),
    groupTable({
      title: 'Events by name',
      description: 'What visitors did and pages reported, the most frequent first.',
      groupBy: 'event_name',
      sortBy: 'Events count',
      queries: [query('A', { kind: 'events', calculation: 'count', ...table, groupBy: ['event_name', 'event_type'] })],
      overrides: [named('event_name', 'Event'), named('event_type', 'Type')],
    }),
    lines({
      title: 'Metric: $metric',
      description: 'The metric chosen above: what half, three of four and nineteen of twenty readings stayed within.',
      width: 24,
      queries: (['p50', 'p75', 'p95'] as const).map((calculation) =>
        query(calculation, { kind: 'metrics', metric: '$metric', calculation })
      ),
    }),
  ],
});
