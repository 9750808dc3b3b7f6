import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** Monitored sites and services, the keys by which their clients write, their registered paths. */
export const m0001Apps: Migration = {
  version: 1,
  name: 'apps',
  statements: ({ app, query, jobs }) => [
    `revoke create on schema public from public`,
    `grant usage on schema public to ${app}, ${query}, ${jobs}`,

    `create table apps (
      id uuid primary key,
      org_id bigint not null,
      number int generated always as identity unique,
      name text not null,
      allowed_origins text[] not null default '{}',
      consent_mode text not null check (consent_mode in ('off', 'implied', 'required')),
      without_consent text not null check (without_consent in ('anonymous', 'drop')),
      trust_client_critical boolean not null default false,
      rate_limit jsonb,
      created_at timestamptz not null default now(),
      deleted_at timestamptz
    )`,
    `comment on column apps.rate_limit is 'null lifts the limit'`,
    `comment on column apps.deleted_at is 'set at once; rows of the app follow in the background, then this one'`,
    `create index apps_org_id on apps (org_id, id)`,
    ...forceRowSecurity('apps'),
    organisationPolicy('apps', app),
    organisationPolicy('apps', query, 'select'),
    openPolicy('apps', jobs, 'all'),
    `grant select, insert, update on apps to ${app}`,
    `grant select (id, org_id, number, name, created_at, deleted_at) on apps to ${query}`,
    `grant select, delete on apps to ${jobs}`,

    `create table app_keys (
      id uuid primary key,
      org_id bigint not null,
      app_id uuid not null references apps (id) on delete cascade,
      key text not null unique check (key ~ '^[0-9a-f]{32}$'),
      scope text not null check (scope in ('browser', 'server')),
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    )`,
    `create index app_keys_app_id on app_keys (app_id, id)`,
    ...forceRowSecurity('app_keys'),
    organisationPolicy('app_keys', app),
    // A request names no organisation, only a key: who knows a key sees that one row.
    `create policy app_keys_app_known on app_keys for select to ${app}
      using (key = nullif(current_setting('seamark.app_key', true), ''))`,
    openPolicy('app_keys', jobs, 'all'),
    `grant select, insert, update on app_keys to ${app}`,
    `grant select, delete on app_keys to ${jobs}`,

    `create table page_paths (
      org_id bigint not null,
      app_id uuid not null,
      page_path text not null,
      created_at timestamptz not null default now(),
      primary key (app_id, page_path)
    )`,
    ...forceRowSecurity('page_paths'),
    organisationPolicy('page_paths', app),
    organisationPolicy('page_paths', query, 'select'),
    openPolicy('page_paths', jobs, 'all'),
    `grant select, insert, delete on page_paths to ${app}`,
    `grant select on page_paths to ${query}`,
    `grant select, delete on page_paths to ${jobs}`,
  ],
};
