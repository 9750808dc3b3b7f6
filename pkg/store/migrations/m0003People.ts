import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** Persons known to an app and people of Grafana. */
export const m0003People: Migration = {
  version: 3,
  name: 'people',
  statements: ({ app, jobs }) => [
    // Keys contain app_id so that the table can be distributed by it; people of Grafana belong to no app.
    `create table users (
      id uuid not null,
      org_id bigint not null,
      app_id uuid not null default '00000000-0000-0000-0000-000000000000',
      kind text not null check (kind in ('person', 'grafana')),
      external_id_hash text not null,
      wrapped_key bytea not null,
      encrypted_email bytea,
      encrypted_name bytea,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (app_id, id)
    )`,
    `comment on column users.app_id is 'all zeros: a Grafana user, who belongs to no app'`,
    `comment on column users.wrapped_key is 'the person''s own AES-256-GCM key, wrapped by a key kept outside the database; erasing the person destroys it'`,
    `create index users_external_id_hash on users (org_id, external_id_hash)`,
    ...forceRowSecurity('users'),
    organisationPolicy('users', app),
    openPolicy('users', jobs, 'all'),
    `grant select, insert, update, delete on users to ${app}`,
    `grant select, delete on users to ${jobs}`,
  ],
};
