import type { Migration } from './Migration';
import { organisationPolicy } from './policies';

/** What rules about errors that are new or back look for. */
export const m0017AlertEvidence: Migration = {
  version: 17,
  name: 'alert evidence',
  statements: ({ query }) => [
    `create index error_groups_first_seen on error_groups (org_id, first_seen)`,
    `create index error_group_acts_regressed on error_group_acts (org_id, at) where act = 'regress'`,
    `grant select on error_group_acts to ${query}`,
    organisationPolicy('error_group_acts', query, 'select'),
  ],
};
