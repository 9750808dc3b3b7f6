import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

const severity = `check (severity in ('low', 'medium', 'high', 'critical'))`;

/** Errors of one cause, what is known of them, and what people decided about them. */
export const m0009ErrorGroups: Migration = {
  version: 9,
  name: 'error groups',
  statements: ({ ingest, app, query, jobs }) => [
    `alter table apps add column severity_rules jsonb not null default '[]'`,
    `comment on column apps.severity_rules is 'how bad an error is where its client does not say; the first that fits'`,
    `alter table raw.error_logs add column fingerprint_rule text`,
    `create index error_logs_fingerprint on raw.error_logs (app_id, fingerprint, timestamp)`,

    `create table raw.error_marks (
      org_id bigint not null,
      app_id uuid not null,
      fingerprint text not null,
      hour timestamptz not null
    )`,
    `comment on table raw.error_marks is 'hours of groups that errors came to since they were last counted: append-only'`,
    `create index error_marks_group on raw.error_marks (app_id, fingerprint)`,
    ...forceRowSecurity('raw.error_marks'),
    openPolicy('raw.error_marks', ingest, 'insert'),
    openPolicy('raw.error_marks', jobs, 'all'),
    `grant insert on raw.error_marks to ${ingest}`,
    `grant select, insert, delete on raw.error_marks to ${jobs}`,

    `create table error_groups (
      id uuid not null,
      org_id bigint not null,
      app_id uuid not null,
      fingerprint text not null,
      fingerprint_rule text not null,
      error_class text not null,
      message text not null,
      culprit text not null,
      severity text not null ${severity},
      status text not null default 'unresolved' check (status in ('unresolved', 'resolved', 'ignored', 'regressed')),
      version int not null default 1,
      first_seen timestamptz not null,
      last_seen timestamptz not null,
      events bigint not null,
      users bigint not null,
      releases text[] not null,
      status_changed_at timestamptz not null,
      resolved_in text check (resolved_in in ('now', 'next_release')),
      resolved_release text,
      ignored_until timestamptz,
      ignored_until_events bigint,
      refresh_after timestamptz not null,
      primary key (app_id, fingerprint)
    )`,
    `comment on column error_groups.version is 'counts changes of the state, not of the numbers'`,
    `comment on column error_groups.message is 'free text: for those only who may see personal data'`,
    `create unique index error_groups_id on error_groups (app_id, id)`,
    `create index error_groups_org_id on error_groups (org_id, last_seen)`,
    `create index error_groups_by_id on error_groups (id)`,
    ...forceRowSecurity('error_groups'),
    organisationPolicy('error_groups', app),
    organisationPolicy('error_groups', query, 'select'),
    openPolicy('error_groups', jobs, 'all'),
    `grant select, update on error_groups to ${app}`,
    `grant select on error_groups to ${query}`,
    `grant select, insert, update, delete on error_groups to ${jobs}`,

    `create table error_group_hours (
      org_id bigint not null,
      app_id uuid not null,
      fingerprint text not null,
      hour timestamptz not null,
      release text not null,
      events bigint not null,
      worst smallint not null,
      first_seen timestamptz not null,
      last_seen timestamptz not null,
      primary key (app_id, fingerprint, hour, release)
    )`,
    `comment on column error_group_hours.release is 'empty where errors name none'`,
    `comment on column error_group_hours.worst is 'worst severity: 0 low to 3 critical'`,
    `create index error_group_hours_hour on error_group_hours (hour)`,
    ...forceRowSecurity('error_group_hours'),
    organisationPolicy('error_group_hours', app, 'select'),
    openPolicy('error_group_hours', jobs, 'all'),
    `grant select on error_group_hours to ${app}`,
    `grant select, insert, delete on error_group_hours to ${jobs}`,

    `create table error_group_users (
      org_id bigint not null,
      app_id uuid not null,
      fingerprint text not null,
      owner uuid not null,
      day date not null,
      primary key (app_id, fingerprint, owner)
    )`,
    `comment on table error_group_users is 'whom a group was counted for: pseudonyms, kept no longer than raw errors'`,
    `comment on column error_group_users.owner is 'user_id of the errors, else their visitor_id'`,
    `create index error_group_users_owner on error_group_users (app_id, owner)`,
    `create index error_group_users_day on error_group_users (day)`,
    ...forceRowSecurity('error_group_users'),
    openPolicy('error_group_users', jobs, 'all'),
    `grant select, insert, delete on error_group_users to ${jobs}`,

    `create table error_releases (
      org_id bigint not null,
      app_id uuid not null,
      release text not null,
      first_seen timestamptz not null,
      primary key (app_id, release)
    )`,
    `comment on table error_releases is 'when an app first had an error in a release: the order of releases without version numbers'`,
    ...forceRowSecurity('error_releases'),
    organisationPolicy('error_releases', app, 'select'),
    openPolicy('error_releases', jobs, 'all'),
    `grant select on error_releases to ${app}`,
    `grant select, insert, update, delete on error_releases to ${jobs}`,

    `create table error_group_acts (
      id uuid not null,
      org_id bigint not null,
      app_id uuid not null,
      group_id uuid not null,
      at timestamptz not null,
      actor text,
      act text not null check (act in ('resolve', 'ignore', 'reopen', 'regress', 'unignore')),
      comment text,
      details jsonb not null,
      primary key (app_id, id)
    )`,
    `comment on column error_group_acts.actor is 'null: the system'`,
    `create index error_group_acts_group on error_group_acts (app_id, group_id, at)`,
    ...forceRowSecurity('error_group_acts'),
    organisationPolicy('error_group_acts', app),
    openPolicy('error_group_acts', jobs, 'all'),
    `grant select, insert on error_group_acts to ${app}`,
    `grant select, insert, delete on error_group_acts to ${jobs}`,

    // Errors that are there already get their groups too. The owner sees no rows unless a policy says so.
    `create policy error_logs_seed on raw.error_logs for select to current_user using (true)`,
    `create policy error_marks_seed on raw.error_marks for insert to current_user with check (true)`,
    `insert into raw.error_marks (org_id, app_id, fingerprint, hour)
      select distinct org_id, app_id, fingerprint, date_trunc('hour', timestamp, 'UTC') from raw.error_logs`,
    `drop policy error_logs_seed on raw.error_logs`,
    `drop policy error_marks_seed on raw.error_marks`,

    `create or replace view error_logs with (security_invoker = true) as
      select r.id, r.org_id, r.app_id, r.user_id, r.visitor_id, r.session_id, r.error_type, r.error_message,
        r.error_stack, r.severity, r.context, r.user_agent, r.url, r.timestamp,
        coalesce(g.status = 'resolved', false) as resolved, r.created_at, r.fingerprint, r.environment, r.release,
        r.page_path, r.country, r.is_bot, coalesce(d.info, '{}'::jsonb) as device_info, r.fingerprint_rule
      from raw.error_logs r left join raw.devices d on d.app_id = r.app_id and d.id = r.device_id
        left join error_groups g on g.app_id = r.app_id and g.fingerprint = r.fingerprint`,
    // One truth: what nobody brings up to date would only mislead.
    `alter table raw.error_logs drop column resolved`,
  ],
};
