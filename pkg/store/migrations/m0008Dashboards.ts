import type { Migration } from './Migration';
import { forceRowSecurity } from './policies';

const organisation = `org_id = nullif(current_setting('seamark.org_id', true), '')::bigint`;
const owner = `user_id = nullif(current_setting('seamark.user_id', true), '')::uuid`;
const admin = `current_setting('seamark.role', true) = 'Admin'`;

/** Dashboards of people: seen by their owner, by an admin, and by all of the organisation when public. */
export const m0008Dashboards: Migration = {
  version: 8,
  name: 'dashboards',
  statements: ({ app }) => [
    `create table dashboards (
      id uuid primary key,
      org_id bigint not null,
      user_id uuid not null,
      name text not null,
      description text not null default '',
      layout_config jsonb not null default '{}',
      widget_configs jsonb not null default '[]',
      is_public boolean not null default false,
      is_default boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`,
    `create index dashboards_org_id on dashboards (org_id, id)`,
    ...forceRowSecurity('dashboards'),
    `create policy dashboards_app_select on dashboards for select to ${app}
      using (${organisation} and (is_public or ${owner} or ${admin}))`,
    `create policy dashboards_app_insert on dashboards for insert to ${app}
      with check (${organisation} and (${owner} or ${admin}))`,
    `create policy dashboards_app_update on dashboards for update to ${app}
      using (${organisation} and (${owner} or ${admin})) with check (${organisation} and (${owner} or ${admin}))`,
    `create policy dashboards_app_delete on dashboards for delete to ${app}
      using (${organisation} and (${owner} or ${admin}))`,
    `grant select, insert, update, delete on dashboards to ${app}`,
  ],
};
