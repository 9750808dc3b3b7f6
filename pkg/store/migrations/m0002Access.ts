import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** Tokens, secrets and the audit log. */
export const m0002Access: Migration = {
  version: 2,
  name: 'access',
  statements: ({ app, jobs }) => [
    `create table tokens (
      id uuid primary key,
      org_id bigint not null,
      name text not null,
      scope text not null check (scope in ('admin', 'remote', 'upload', 'read')),
      secret_hash text not null unique,
      hint text not null,
      created_at timestamptz not null default now(),
      last_used_at timestamptz,
      revoked_at timestamptz
    )`,
    `create index tokens_org_id on tokens (org_id, id)`,
    ...forceRowSecurity('tokens'),
    organisationPolicy('tokens', app),
    // The bearer of a token names no organisation: who can hash the secret sees that one row.
    `create policy tokens_app_known on tokens for select to ${app}
      using (secret_hash = nullif(current_setting('seamark.token_hash', true), ''))`,
    `grant select, insert, update on tokens to ${app}`,

    `create table organisation_keys (
      org_id bigint primary key,
      wrapped_key bytea not null,
      created_at timestamptz not null default now()
    )`,
    `comment on column organisation_keys.wrapped_key is 'HMAC key under AES-256-GCM by a key kept outside the database'`,
    ...forceRowSecurity('organisation_keys'),
    organisationPolicy('organisation_keys', app),
    `grant select, insert on organisation_keys to ${app}`,

    `create table daily_salts (
      day date primary key,
      wrapped_salt bytea not null,
      created_at timestamptz not null default now()
    )`,
    ...forceRowSecurity('daily_salts'),
    openPolicy('daily_salts', app, 'all'),
    openPolicy('daily_salts', jobs, 'all'),
    `grant select, insert on daily_salts to ${app}`,
    `grant select, delete on daily_salts to ${jobs}`,

    `create table retention_policies (
      org_id bigint not null,
      data text not null check (data in ('analytics', 'performance', 'errors', 'health', 'metrics', 'spans')),
      tier text not null check (tier in ('raw', 'summary', 'trend')),
      days int not null check (days between 1 and 3660),
      updated_at timestamptz not null default now(),
      primary key (org_id, data, tier)
    )`,
    `comment on table retention_policies is 'what differs from the defaults'`,
    ...forceRowSecurity('retention_policies'),
    organisationPolicy('retention_policies', app),
    openPolicy('retention_policies', jobs, 'select'),
    `grant select, insert, update, delete on retention_policies to ${app}`,
    `grant select on retention_policies to ${jobs}`,

    `create table audit_log (
      org_id bigint not null,
      sequence bigint not null,
      id uuid not null,
      at timestamptz not null,
      actor text not null,
      action text not null,
      subject text,
      details jsonb not null,
      previous_hash bytea not null,
      hash bytea not null,
      primary key (org_id, sequence)
    )`,
    `create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
      end
    $$`,
    `create trigger audit_log_append_only before update or delete or truncate on audit_log
      for each statement execute function refuse_change()`,
    ...forceRowSecurity('audit_log'),
    organisationPolicy('audit_log', app),
    openPolicy('audit_log', jobs, 'all'),
    `grant select, insert on audit_log to ${app}, ${jobs}`,
  ],
};
