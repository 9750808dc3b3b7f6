import { pagePaths, webVitalPath } from '../../src/contract/pagePaths';
import { webVitals, type WebVital } from '../../src/contract/webVitals';
import { dashboard } from './dashboard';
import { pageDetail, toPage } from './links';
import { bars, coloured, groupTable, lines, named, stat } from './panels';
import { query } from './query';

const p75 = (metric: WebVital) => ({ kind: 'performance' as const, metric, calculation: 'p75' as const });

function overTime(metric: WebVital) {
  return lines({
    title: `${metric} p75`,
    description: `What three of four page views stayed within. Bands are the limits of good and poor.`,
    width: 8,
    queries: [query('A', p75(metric))],
    links: [toPage(`Open ${metric} in Seamark`, webVitalPath(metric))],
    maxDataPoints: 96,
    defaults: {
      min: 0,
      color: { mode: 'fixed', fixedColor: 'text' },
      custom: { lineWidth: 2, spanNulls: true, showPoints: 'always', pointSize: 4, thresholdsStyle: { mode: 'area' } },
    },
    options: { legend: { showLegend: false }, tooltip: { mode: 'single' } },
  });
}

const ratings = bars({
  title: 'LCP ratings',
  description: 'Share of page views rated good, needs improvement and poor, in each interval.',
  width: 8,
  queries: (['share_good', 'share_needs_improvement', 'share_poor'] as const).map((calculation) =>
    query(calculation, { kind: 'performance', metric: 'LCP', calculation })
  ),
  overrides: [
    coloured('share_good', 'Good', 'green'),
    coloured('share_needs_improvement', 'Needs improvement', 'orange'),
    coloured('share_poor', 'Poor', 'red'),
  ],
  defaults: { max: 100 },
});

function table(title: string, groupBy: string, header: string) {
  const grouped = { kind: 'performance' as const, groupBy: [groupBy], format: 'table' as const, limit: 1000 };
  return groupTable({
    title,
    description: 'p75 of LCP and INP, page views measured, and the share of them whose LCP was poor.',
    groupBy,
    sortBy: 'Samples',
    queries: [
      query('lcp', { ...grouped, metric: 'LCP', calculation: 'p75' }),
      query('inp', { ...grouped, metric: 'INP', calculation: 'p75' }),
      query('samples', { ...grouped, metric: 'LCP', calculation: 'count' }),
      query('poor', { ...grouped, metric: 'LCP', calculation: 'share_poor' }),
    ],
    overrides: [
      named(groupBy, header),
      named('LCP count', 'Samples'),
      named('LCP poor', 'Poor'),
      ...(groupBy === 'page_path' ? [pageDetail('LCP')] : []),
    ],
  });
}

export const webVitalsDashboard = dashboard({
  uid: 'seamark-web-vitals',
  title: 'Seamark: Web Vitals',
  description: 'LCP, INP, CLS, FCP and TTFB at the 75th percentile, by page, browser, device, country and release.',
  variablesOf: 'performance',
  page: { title: 'Open in Seamark', path: pagePaths.webVitals },
  panels: [
    ...webVitals.map((metric) =>
      stat({
        title: `${metric} p75`,
        description: `What three of four page views stayed within, over the whole time range.`,
        queries: [query('A', { ...p75(metric), format: 'table' })],
        links: [toPage(`Open ${metric} in Seamark`, webVitalPath(metric))],
      })
    ),
    stat({
      title: 'Page views measured',
      description: 'Page views of the time range that reported an LCP.',
      queries: [query('A', { kind: 'performance', metric: 'LCP', calculation: 'count', format: 'table' })],
    }),
    ...webVitals.map(overTime),
    ratings,
    table('By page', 'page_path', 'Page'),
    table('By release', 'release', 'Release'),
    table('By browser', 'browser', 'Browser'),
    table('By device', 'device_type', 'Device'),
    table('By country', 'country', 'Country'),
  ],
});
