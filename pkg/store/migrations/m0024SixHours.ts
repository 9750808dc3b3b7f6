import type { Migration } from './Migration';

const kinds = [
  ['performance', 'perf_summary'],
  ['metrics', 'metrics_summary'],
  ['events', 'events_summary'],
  ['errors', 'errors_summary'],
  ['health', 'health_summary'],
] as const;

const tables = [...kinds.map(([, table]) => table), 'uniques_summary', 'summary_dirty'];

/** Summaries of six hours, which are sums of hours: what is left at the ends of a long range is read from few of them. */
export const m0024SixHours: Migration = {
  version: 24,
  name: 'six hours',
  statements: () => [
    ...tables.flatMap((table) => [
      `alter table ${table} drop constraint ${table}_grain_check`,
      // What is there was checked by the one before.
      `alter table ${table} add constraint ${table}_grain_check
        check (grain in ('minute', 'hour', 'six_hours', 'day', 'week')) not valid`,
    ]),
    // Of the hours that there are. The owner sees none, but for the moment of asking.
    `alter table summary_dirty no force row level security`,
    ...kinds.flatMap(([kind, table]) => [
      `alter table ${table} no force row level security`,
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select distinct org_id, app_id, date_bin('6 hours', bucket, 'epoch'), '${kind}', 'six_hours' from ${table}
        where grain = 'hour' and dim = ''`,
      `alter table ${table} force row level security`,
    ]),
    `alter table summary_dirty force row level security`,
  ],
};
