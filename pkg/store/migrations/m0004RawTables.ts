import type { Migration, QuotedRoles } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';
import { rowIdentity, visitColumns } from './rawColumns';

/** What browsers and services reported: partitioned by day, keyed so that a retry changes nothing. */
export const m0004RawTables: Migration = {
  version: 4,
  name: 'raw tables',
  statements: (roles) => [
    `create schema raw`,
    `grant usage on schema raw to ${roles.ingest}, ${roles.query}, ${roles.jobs}`,

    `create table raw.devices (
      id bigint not null,
      org_id bigint not null,
      app_id uuid not null,
      info jsonb not null,
      primary key (app_id, id)
    )`,
    `comment on table raw.devices is 'combinations of browser, system and device: raw rows refer to them by number'`,
    ...rawAccess('raw.devices', roles),

    `create table raw.monitoring_metrics (${rowIdentity}
      timestamp timestamptz not null,
      value double precision not null,${visitColumns}
      name text not null,
      unit text not null,
      page_url text,
      metadata jsonb not null,
      primary key (app_id, timestamp, id)
    ) partition by range (timestamp)`,
    `create index monitoring_metrics_name on raw.monitoring_metrics (name, timestamp)`,
    ...rawAccess('raw.monitoring_metrics', roles),

    `create table raw.analytics_events (${rowIdentity}
      timestamp timestamptz not null,${visitColumns}
      event_type text not null,
      event_name text,
      page_url text,
      referrer text,
      event_data jsonb not null,
      primary key (app_id, timestamp, id)
    ) partition by range (timestamp)`,
    `create index analytics_events_created on raw.analytics_events (created_at, user_id)`,
    `create index analytics_events_type on raw.analytics_events (event_type, created_at)`,
    `create index analytics_events_user on raw.analytics_events (user_id, event_type, created_at)`,
    ...rawAccess('raw.analytics_events', roles),

    `create table raw.performance_data (${rowIdentity}
      timestamp timestamptz not null,
      metric_value double precision not null,${visitColumns}
      metric_type text not null,
      metric_unit text not null,
      rating text,
      metric_id text,
      page_url text,
      metadata jsonb not null,
      primary key (app_id, timestamp, id)
    ) partition by range (timestamp)`,
    `create index performance_data_metric on raw.performance_data (metric_type, timestamp)`,
    `create index performance_data_user on raw.performance_data (user_id, metric_type, timestamp)`,
    ...rawAccess('raw.performance_data', roles),

    `create table raw.error_logs (${rowIdentity}
      timestamp timestamptz not null,${visitColumns}
      resolved boolean not null default false,
      severity text not null,
      error_type text not null,
      error_message text not null,
      error_stack text,
      fingerprint text not null,
      user_agent text,
      url text,
      context jsonb not null,
      primary key (app_id, timestamp, id)
    ) partition by range (timestamp)`,
    `create index error_logs_severity on raw.error_logs (severity, created_at)`,
    `create index error_logs_user on raw.error_logs (user_id, error_type, timestamp)`,
    ...rawAccess('raw.error_logs', roles),

    `create table raw.system_health (${rowIdentity}
      checked_at timestamptz not null,
      created_at timestamptz not null default now(),
      response_time_ms double precision,
      error_rate double precision,
      service_name text not null,
      status text not null,
      last_error text,
      metadata jsonb not null,
      primary key (app_id, checked_at, id)
    ) partition by range (checked_at)`,
    `create index system_health_service on raw.system_health (service_name, checked_at)`,
    ...rawAccess('raw.system_health', roles),

    `create table raw.spans (${rowIdentity}
      timestamp timestamptz not null,
      duration_ms double precision not null,${visitColumns}
      trace_id text not null,
      span_id text not null,
      parent_span_id text,
      name text not null,
      span_kind text not null,
      service_name text,
      status_code text not null,
      status_message text,
      page_url text,
      attributes jsonb not null,
      resource jsonb not null,
      events jsonb not null,
      links jsonb not null,
      primary key (app_id, timestamp, id)
    ) partition by range (timestamp)`,
    `create index spans_trace on raw.spans (trace_id)`,
    ...rawAccess('raw.spans', roles),
  ],
};

function rawAccess(table: string, { ingest, query, jobs }: QuotedRoles): string[] {
  return [
    ...forceRowSecurity(table),
    openPolicy(table, ingest, 'insert'),
    organisationPolicy(table, query, 'select'),
    openPolicy(table, jobs, 'all'),
    `grant insert on ${table} to ${ingest}`,
    `grant select on ${table} to ${query}`,
    `grant select, delete on ${table} to ${jobs}`,
  ];
}
