import type { Migration } from './Migration';

const kinds = [
  ['performance', 'perf_summary'],
  ['metrics', 'metrics_summary'],
  ['events', 'events_summary'],
  ['errors', 'errors_summary'],
  ['health', 'health_summary'],
] as const;

/** What tells rows of a summary apart beside their dimension, as in its first index. */
const keys = {
  perf_summary: 'metric_type',
  metrics_summary: 'name',
  events_summary: 'event_type',
  errors_summary: 'severity',
  health_summary: 'measure, status',
  uniques_summary: 'kind, counted, type',
};

const tables = [...kinds.map(([, table]) => table), 'uniques_summary', 'summary_dirty'];

/** Summaries of weeks, which are sums of days; indexes that hold the organisation. */
export const m0021Weeks: Migration = {
  version: 21,
  name: 'weeks',
  statements: () => [
    ...tables.flatMap((table) => [
      `alter table ${table} drop constraint ${table}_grain_check`,
      // What is there was checked by the one before.
      `alter table ${table} add constraint ${table}_grain_check
        check (grain in ('minute', 'hour', 'day', 'week')) not valid`,
    ]),
    // With the organisation: its policy is then a condition of the index, asked once, and not of every row.
    ...Object.entries(keys).flatMap(([table, key]) => [
      `drop index ${table}_dim`,
      `create index ${table}_dim on ${table} (org_id, app_id, grain, dim, ${key}, bucket)`,
    ]),
    // Weeks of the days that there are. The owner sees none, but for the moment of asking.
    `alter table summary_dirty no force row level security`,
    ...kinds.flatMap(([kind, table]) => [
      `alter table ${table} no force row level security`,
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select distinct org_id, app_id, date_bin('7 days', bucket, 'epoch'), '${kind}', 'week' from ${table}
        where grain = 'day' and dim = ''`,
      `alter table ${table} force row level security`,
    ]),
    `alter table summary_dirty force row level security`,
  ],
};
