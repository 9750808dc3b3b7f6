import type { Query } from '../../src/contract/query/Query';
import { leftVariable } from '../../pkg/domain/query/leftVariable';
import { planAggregate } from '../../pkg/domain/query/planAggregate';
import { chooseSummary } from '../../pkg/domain/summaries/chooseSummary';
import { day, hour } from '../../pkg/lib/duration';
import { isCovered } from '../../pkg/store/query/isCovered';
import { webVitals } from '../../src/contract/webVitals';
import * as overview from '../../src/pages/overview/overviewQueries';
import { phaseQueries } from '../../src/pages/webVitals/phases';
import { breakdownQueries, p75Series, ratingSeries, summaryQueries } from '../../src/pages/webVitals/vitalQueries';
import { dashboards } from './dashboards';
import { isDataKind } from '../../src/contract/query/isDataKind';

type Asked = readonly [panel: string, query: Query];

const phasesPanel = 'phases of a vital';
const breakdowns = ['page_path', 'browser', 'device_type', 'country', 'release'];

const asked: Asked[] = [
  ...Object.values(dashboards).flatMap(({ panels }) =>
    panels.flatMap(({ title, targets }) => targets.map((query): Asked => [title, query]))
  ),
  ...[
    ...Object.values(overview.tileQueries).flat(),
    ...overview.vitalsQueries,
    ...overview.errorsBySeverity,
    ...overview.slowestPages,
    ...overview.topPages,
  ].map((query): Asked => ['overview', query]),
  ...webVitals.flatMap((vital) => [
    ...[...summaryQueries(vital, webVitals), ...p75Series(vital), ...ratingSeries(vital)].map((query): Asked => [
      'vital',
      query,
    ]),
    ...breakdowns.flatMap((field) =>
      breakdownQueries(vital, field).map((query): Asked => [`vital by ${field}`, query])
    ),
    ...phaseQueries(vital).map((query): Asked => [phasesPanel, query]),
  ]),
];

/** Where a query over thirty days is read when only these variables are set. */
function sourceOf(query: Query, chosen: readonly string[]): string {
  if (query.format === 'logs' || !isDataKind(query.kind)) {
    return 'rows';
  }
  const filters = (query.filters ?? []).flatMap((filter) => {
    const variable = typeof filter.value === 'string' ? leftVariable(filter.value) : undefined;
    return variable === undefined ? [filter] : chosen.includes(variable) ? [{ ...filter, value: 'x' }] : [];
  });
  const metric = query.metric === '$metric' ? 'x' : query.metric;
  const plan = planAggregate(
    { ...query, filters, ...(metric !== undefined && { metric }) },
    query.kind,
    {
      who: { orgId: 1, seesPersonal: true },
      range: { from: 0, to: 30 * day },
      intervalMs: hour,
      maxDataPoints: 1000,
    },
    30 * day
  );
  if (query.kind === 'alerts') {
    return 'alerts';
  }
  return chooseSummary({ ...plan, kind: query.kind }) !== undefined ? 'summary' : isCovered(plan) ? 'index' : 'raw';
}

/** What panels ask that is read elsewhere than from a summary. */
function elsewhere(...chosen: string[]): string[] {
  const found = asked.flatMap(([panel, query]) => {
    const source = sourceOf(query, chosen);
    const { kind, calculation = 'count', groupBy = [] } = query;
    const what = calculation.startsWith('uniques_') || calculation === 'uptime' ? calculation : 'numbers';
    const by = panel === phasesPanel ? 'a phase' : groupBy.join(', ');
    return source === 'summary' || source === 'rows' || source === 'alerts'
      ? []
      : [`${source}: ${kind} ${what} by ${by}`];
  });
  return [...new Set(found)].sort();
}

/** How long a status lasts depends on its neighbours; phases are attributes, of which there may be any number. */
const always = ['raw: health uptime by ', 'raw: health uptime by service_name', 'raw: performance numbers by a phase'];
const vitalsBy = (...fields: string[]) => fields.map((field) => `index: performance numbers by ${field}`);
const rawBy = (kind: string, what: string, ...fields: string[]) =>
  fields.map((field) => `raw: ${kind} ${what} by ${field}`);

describe('thirty days of a panel', () => {
  it('are read from summaries, but for what no summary tells', () => {
    expect(elsewhere('$app')).toEqual(always);
  });

  it('of one page are read from the covering index, where it is about vitals', () => {
    expect(elsewhere('$page')).toEqual(
      [
        ...always,
        ...vitalsBy('browser', 'country', 'device_type', 'release'),
        ...rawBy('errors', 'numbers', 'browser', 'release'),
        ...rawBy('errors', 'uniques_sessions', 'error_type'),
        ...rawBy(
          'events',
          'numbers',
          'browser',
          'country',
          'device_type',
          'event_name, event_type',
          'referrer',
          'release'
        ),
        ...rawBy('events', 'uniques_users', 'browser', 'country', 'device_type', 'referrer', 'release'),
      ].sort()
    );
  });

  it('of one release as well', () => {
    expect(elsewhere('$release')).toEqual(
      [
        ...always,
        ...vitalsBy('browser', 'country', 'device_type', 'page_path'),
        ...rawBy('errors', 'numbers', 'browser', 'error_type', 'fingerprint, app, error_type, page_path', 'page_path'),
        ...rawBy('errors', 'uniques_sessions', 'error_type', 'page_path'),
        ...rawBy(
          'events',
          'numbers',
          'browser',
          'country',
          'device_type',
          'event_name, event_type',
          'page_path',
          'referrer'
        ),
        ...rawBy('events', 'uniques_users', 'browser', 'country', 'device_type', 'page_path', 'referrer'),
      ].sort()
    );
  });
});
