import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** Campaigns of events, sessions of clients that name none, and what an app wants to be stored and called. */
export const m0013Enrichment: Migration = {
  version: 13,
  name: 'enrichment',
  statements: ({ app, jobs }) => [
    `alter table apps add column routes text[] not null default '{}'`,
    `comment on column apps.routes is 'patterns of paths such as /shop/:category/:product; the first that fits names the page'`,
    `alter table apps add column fields text[]`,
    `comment on column apps.fields is 'fields that are stored; null: all'`,

    `alter table raw.analytics_events add column utm_source text, add column utm_medium text, add column utm_campaign text`,
    `create or replace view analytics_events with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, r.event_type, r.event_name, r.event_data, r.user_id, r.visitor_id, r.session_id,
        r.page_url, r.referrer, r.timestamp, r.created_at, r.environment, r.release, r.page_path, r.country, r.is_bot,
        coalesce(d.info, '{}'::jsonb) as device_info, r.utm_source, r.utm_medium, r.utm_campaign,
        substring(r.referrer from '^[a-z][a-z0-9+.-]*://([^/:?#]+)') as referrer_host
      from raw.analytics_events r left join raw.devices d on d.app_id = r.app_id and d.id = r.device_id`,

    `create table visitor_sessions (
      org_id bigint not null,
      app_id uuid not null,
      visitor_id uuid not null,
      updated_at timestamptz not null,
      windows jsonb not null,
      primary key (app_id, visitor_id)
    )`,
    `comment on table visitor_sessions is 'when visitors of whom no client names a session were there: gone with the salts of their day'`,
    `comment on column visitor_sessions.windows is '[[first seen, start, end], …], each a session, in epoch milliseconds'`,
    `create index visitor_sessions_updated on visitor_sessions (updated_at)`,
    ...forceRowSecurity('visitor_sessions'),
    organisationPolicy('visitor_sessions', app),
    openPolicy('visitor_sessions', jobs, 'all'),
    `grant select, insert, update on visitor_sessions to ${app}`,
    `grant select, delete on visitor_sessions to ${jobs}`,

    // Summaries of all but events count bots from now on. The owner sees no rows, but for the moment of asking.
    ...[
      ['performance', 'performance_data'],
      ['metrics', 'monitoring_metrics'],
      ['errors', 'error_logs'],
    ].flatMap(([kind, table]) => [
      `create policy seamark_bots on raw.${table} for select to current_user using (true)`,
      `create policy seamark_bots on summary_dirty for insert to current_user with check (true)`,
      `insert into summary_dirty (org_id, app_id, bucket, kind, grain)
        select distinct org_id, app_id, date_bin('1 hour', timestamp, 'epoch'), '${kind}', 'hour'
        from raw.${table} where is_bot`,
      `drop policy seamark_bots on summary_dirty`,
      `drop policy seamark_bots on raw.${table}`,
    ]),
  ],
};
