import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** What outlives raw rows besides summaries: critical errors, and what visitors do, without the visitors. */
export const m0011Retention: Migration = {
  version: 11,
  name: 'retention',
  statements: ({ query, jobs }) => [
    `alter table retention_policies drop constraint retention_policies_tier_check`,
    `alter table retention_policies add constraint retention_policies_tier_check
      check (tier in ('raw', 'summary', 'trend', 'pattern', 'archive'))`,

    `create table error_archives (
      id uuid not null,
      app_id uuid not null,
      org_id bigint not null,
      timestamp timestamptz not null,
      created_at timestamptz not null,
      archived_at timestamptz not null,
      user_id uuid,
      visitor_id uuid,
      is_bot boolean not null,
      session_id text,
      environment text,
      release text,
      page_path text,
      country text,
      severity text not null,
      error_type text not null,
      error_message text not null,
      error_stack text,
      fingerprint text not null,
      fingerprint_rule text,
      user_agent text,
      url text,
      context jsonb not null,
      device_info jsonb not null,
      primary key (app_id, timestamp, id)
    )`,
    `comment on table error_archives is 'critical errors, copied before their raw rows expire'`,
    `create index error_archives_fingerprint on error_archives (app_id, fingerprint, timestamp)`,
    // Erasure finds all of a person by these.
    `create index error_archives_user on error_archives (app_id, user_id) where user_id is not null`,
    `create index error_archives_visitor on error_archives (app_id, visitor_id) where visitor_id is not null`,
    ...forceRowSecurity('error_archives'),
    organisationPolicy('error_archives', query, 'select'),
    openPolicy('error_archives', jobs, 'all'),
    `grant select on error_archives to ${query}`,
    `grant select, insert, delete on error_archives to ${jobs}`,

    // No key: paths may be longer than an index takes, and a day is deleted before it is written again.
    `create table behaviour_patterns (
      org_id bigint not null,
      app_id uuid not null,
      day date not null,
      pattern text not null check (pattern in ('entry_page', 'exit_page', 'sequence_2', 'sequence_3', 'feature')),
      steps text[] not null,
      occurrences bigint not null,
      sessions bigint not null
    )`,
    `comment on table behaviour_patterns is 'what sessions did on a day: numbers only, of nobody in particular'`,
    `comment on column behaviour_patterns.steps is 'page paths in their order; of a feature, the name of its event'`,
    `create index behaviour_patterns_day on behaviour_patterns (app_id, day, pattern)`,
    ...forceRowSecurity('behaviour_patterns'),
    organisationPolicy('behaviour_patterns', query, 'select'),
    openPolicy('behaviour_patterns', jobs, 'all'),
    `grant select on behaviour_patterns to ${query}`,
    `grant select, insert, delete on behaviour_patterns to ${jobs}`,

    `create table behaviour_days (
      org_id bigint not null,
      app_id uuid not null,
      day date not null,
      computed_at timestamptz not null,
      primary key (app_id, day)
    )`,
    `comment on table behaviour_days is 'days whose patterns are known; without its row a day is calculated again'`,
    ...forceRowSecurity('behaviour_days'),
    openPolicy('behaviour_days', jobs, 'all'),
    `grant select, insert, update, delete on behaviour_days to ${jobs}`,
  ],
};
