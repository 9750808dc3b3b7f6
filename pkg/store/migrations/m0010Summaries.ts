import type { Migration, QuotedRoles } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** Measures of numbers, all of which can be added up. */
const numbers = `
  total numeric,
  vmin float8,
  vmax float8,
  zeros bigint not null,
  sketch numeric,
  negative_sketch numeric,
  unit_min text,
  unit_max text,`;

const ratings = `
  rated bigint not null,
  good bigint not null,
  needs_improvement bigint not null,
  poor bigint not null,`;

/** Counts, sketches and bit maps by hour, day and minute, and the log of what is to be calculated again. */
export const m0010Summaries: Migration = {
  version: 10,
  name: 'summaries',
  statements: (roles) => [
    ...summary('perf_summary', 'metric_type', `${ratings}${numbers}`, roles),
    ...summary('metrics_summary', 'name', numbers, roles),
    ...summary('events_summary', 'event_type', '', roles),
    ...summary('errors_summary', 'severity', '', roles),
    ...summary('health_summary', 'status', `${numbers}\n  measure text not null,`, roles),
    ...summary(
      'uniques_summary',
      'type',
      `saw_users boolean not null,
      saw_visitors boolean not null,
      kind text not null,
      counted text not null check (counted in ('users', 'sessions')),
      v0 bit(65536) not null,
      v1 bit(65536) not null,`,
      roles
    ),
    `comment on column uniques_summary.n is 'exact where the row was made of raw rows; null where it was added up'`,

    // No key: ingest may only append, and an upsert would lose marks that a job is just working off.
    `create table summary_dirty (
      org_id bigint not null,
      app_id uuid not null,
      bucket timestamptz not null,
      kind text not null check (kind in ('performance', 'metrics', 'events', 'errors', 'health')),
      grain text not null check (grain in ('minute', 'hour', 'day'))
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
    `create index summary_dirty_bucket on summary_dirty (app_id, kind, bucket)`,
    ...markWhatIsThere(),
    ...forceRowSecurity('summary_dirty'),
    openPolicy('summary_dirty', roles.ingest, 'insert'),
    organisationPolicy('summary_dirty', roles.app),
    organisationPolicy('summary_dirty', roles.query, 'select'),
    openPolicy('summary_dirty', roles.jobs, 'all'),
    `grant insert on summary_dirty to ${roles.ingest}, ${roles.app}`,
    `grant select on summary_dirty to ${roles.query}`,
    `grant select, insert, delete on summary_dirty to ${roles.jobs}`,

    `create table summary_minutes (
      org_id bigint not null,
      app_id uuid not null,
      hour timestamptz not null,
      kind text not null,
      primary key (app_id, kind, hour)
    )`,
    `comment on table summary_minutes is 'hours of which every minute is summarised by itself'`,
    ...forceRowSecurity('summary_minutes'),
    organisationPolicy('summary_minutes', roles.query, 'select'),
    openPolicy('summary_minutes', roles.jobs, 'all'),
    `grant select on summary_minutes to ${roles.query}`,
    `grant select, insert, delete on summary_minutes to ${roles.jobs}`,
  ],
};

/**
 * No primary key: values of a dimension may be longer than an index takes, and a bucket is deleted before it is written
 * again. The second index finds a bucket to delete, and what is too old.
 */
function summary(table: string, type: string, measures: string, { query, jobs }: QuotedRoles): string[] {
  const kinds = table === 'uniques_summary' ? 'kind, counted, ' : table === 'health_summary' ? 'measure, ' : '';
  const count = table === 'uniques_summary' ? 'n bigint' : 'n bigint not null';
  return [
    `create table ${table} (
      org_id bigint not null,
      app_id uuid not null,
      bucket timestamptz not null,
      ${count},
      ${measures}
      grain text not null check (grain in ('minute', 'hour', 'day')),
      ${type} text not null,
      dim text not null,
      dim_value text[] not null
    ) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)`,
    `create index ${table}_dim on ${table} (app_id, grain, dim, ${kinds}${type}, bucket)`,
    `create index ${table}_bucket on ${table} (grain, bucket, app_id)`,
    ...forceRowSecurity(table),
    organisationPolicy(table, query, 'select'),
    openPolicy(table, jobs, 'all'),
    `grant select on ${table} to ${query}`,
    `grant select, insert, delete on ${table} to ${jobs}`,
  ];
}

/** Rows that were stored before there were summaries. The owner sees none, but for the moment of asking. */
function markWhatIsThere(): string[] {
  const sources = [
    ['performance', 'performance_data', 'timestamp'],
    ['metrics', 'monitoring_metrics', 'timestamp'],
    ['events', 'analytics_events', 'timestamp'],
    ['errors', 'error_logs', 'timestamp'],
    ['health', 'system_health', 'checked_at'],
  ];
  return sources.flatMap(([kind, table, time]) => [
    `create policy seamark_summaries on raw.${table} for select to current_user using (true)`,
    `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
      select distinct org_id, app_id, date_bin('1 hour', ${time}, 'epoch'), '${kind}', 'hour' from raw.${table}`,
    `drop policy seamark_summaries on raw.${table}`,
  ]);
}
