import type { Migration } from './Migration';
import { allowGrains, markSums } from './summaryGrains';

/** What tells rows of a summary apart beside their dimension, as in its first index. */
const keys = {
  perf_summary: 'metric_type',
  metrics_summary: 'name',
  events_summary: 'event_type',
  errors_summary: 'severity',
  health_summary: 'measure, status',
  uniques_summary: 'kind, counted, type',
};

/** Summaries of weeks, which are sums of days; indexes that hold the organisation. */
export const m0021Weeks: Migration = {
  version: 21,
  name: 'weeks',
  statements: () => [
    ...allowGrains(['minute', 'hour', 'day', 'week']),
    // With the organisation: its policy is then a condition of the index, asked once, and not of every row.
    ...Object.entries(keys).flatMap(([table, key]) => [
      `drop index ${table}_dim`,
      `create index ${table}_dim on ${table} (org_id, app_id, grain, dim, ${key}, bucket)`,
    ]),
    ...markSums({ grain: 'week', width: '7 days' }, 'day'),
  ],
};
