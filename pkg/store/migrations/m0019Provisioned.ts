import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** What stands in files of the provisioning folder. */
export const m0019Provisioned: Migration = {
  version: 19,
  name: 'provisioned',
  statements: ({ app, jobs }) => [
    `create table provisioned_things (
      org_id bigint not null,
      kind text not null,
      name text not null,
      id uuid not null,
      file text not null,
      hash text not null,
      applied_at timestamptz not null,
      primary key (org_id, kind, name)
    )`,
    `comment on column provisioned_things.hash is 'of the entry with its secrets: says whether it has changed'`,
    ...forceRowSecurity('provisioned_things'),
    organisationPolicy('provisioned_things', app),
    openPolicy('provisioned_things', jobs, 'select'),
    `grant select, insert, update, delete on provisioned_things to ${app}`,
    `grant select on provisioned_things to ${jobs}`,
  ],
};
