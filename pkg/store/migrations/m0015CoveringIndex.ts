import type { Migration } from './Migration';

/** What questions about a vital read besides time, so that they need not read the rows themselves. Sessions by page. */
export const m0015CoveringIndex: Migration = {
  version: 15,
  name: 'covering index',
  statements: () => [
    `create index performance_data_covering on raw.performance_data (metric_type, timestamp) include (org_id, app_id,
      metric_value, metric_unit, rating, metric_id, id, page_path, device_id, country, release, environment, is_bot)`,
    // The one before it has the same key.
    `drop index raw.performance_data_metric`,

    `alter table uniques_summary alter column v1 drop not null`,
    `comment on column uniques_summary.v1 is 'null where no sampled id is among them'`,

    // Hours that were summarised without them. The owner sees none, but for the moment of asking.
    `alter table events_summary no force row level security`,
    `alter table summary_dirty no force row level security`,
    `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      select distinct org_id, app_id, bucket, 'events', 'hour' from events_summary where grain = 'hour' and dim = ''`,
    `alter table events_summary force row level security`,
    `alter table summary_dirty force row level security`,
  ],
};
