import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** What keeps notifications back, and systems that send their alerts. */
export const m0018Silences: Migration = {
  version: 18,
  name: 'silences',
  statements: ({ app, jobs }) => [
    `create table silences (
      id uuid primary key,
      org_id bigint not null,
      name text,
      comment text not null,
      matchers jsonb not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      created_login text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      version int not null default 1
    )`,
    `create index silences_org_id on silences (org_id, id)`,
    `create index silences_ends_at on silences (org_id, ends_at)`,
    `create unique index silences_name on silences (org_id, name)`,
    `comment on column silences.name is 'null: made by hand, without one'`,
    ...forceRowSecurity('silences'),
    organisationPolicy('silences', app),
    openPolicy('silences', jobs, 'select'),
    `grant select, insert, update, delete on silences to ${app}`,
    `grant select on silences to ${jobs}`,

    `create table maintenance_windows (
      id uuid primary key,
      org_id bigint not null,
      name text not null,
      comment text not null default '',
      matchers jsonb not null default '[]',
      services text[] not null default '{}',
      time_zone text not null,
      local_start text not null,
      duration_minutes int not null check (duration_minutes > 0),
      repeat jsonb,
      repeat_until text,
      created_login text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      version int not null default 1
    )`,
    `create index maintenance_windows_org_id on maintenance_windows (org_id, id)`,
    `create unique index maintenance_windows_name on maintenance_windows (org_id, name)`,
    `comment on column maintenance_windows.local_start is 'by the clocks of time_zone, whose changes make instants of it'`,
    ...forceRowSecurity('maintenance_windows'),
    organisationPolicy('maintenance_windows', app),
    openPolicy('maintenance_windows', jobs, 'select'),
    `grant select, insert, update, delete on maintenance_windows to ${app}`,
    `grant select on maintenance_windows to ${jobs}`,

    `create table integrations (
      id uuid primary key,
      org_id bigint not null,
      name text not null,
      kind text not null check (kind in ('grafana', 'alertmanager')),
      alert_rule_id uuid not null,
      secret_hash text not null unique,
      hint text not null,
      created_login text not null,
      created_at timestamptz not null default now(),
      last_received_at timestamptz,
      last_problem text,
      version int not null default 1
    )`,
    `create index integrations_org_id on integrations (org_id, id)`,
    `create unique index integrations_name on integrations (org_id, name)`,
    `create unique index integrations_rule on integrations (alert_rule_id)`,
    ...forceRowSecurity('integrations'),
    organisationPolicy('integrations', app),
    // The bearer of a token names no organisation: who can hash the secret sees that one row.
    `create policy integrations_app_known on integrations for select to ${app}
      using (secret_hash = nullif(current_setting('seamark.integration_hash', true), ''))`,
    `grant select, insert, update, delete on integrations to ${app}`,
  ],
};
