import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** What visitors decided about being measured, apart from everything that was measured. */
export const m0012Consent: Migration = {
  version: 12,
  name: 'consent decisions',
  statements: ({ ingest, app, jobs }) => [
    // The key is all there is: the same decision again, on the same day, is no second row.
    `create table consent_decisions (
      org_id bigint not null,
      app_id uuid not null,
      owner uuid not null,
      day date not null,
      mode text not null check (mode in ('required', 'implied')),
      decision text not null check (length(decision) <= 100),
      source text not null check (source in ('site', 'opt_out')),
      decided_at timestamptz not null default now(),
      primary key (app_id, day, owner, mode, decision)
    )`,
    `comment on column consent_decisions.owner is 'granted: user_id or visitor_id of the rows; refused: the pseudonym of the day, which nobody can follow'`,
    `comment on column consent_decisions.decision is 'granted, denied, or by purpose as analytics=granted,errors=denied'`,
    `comment on column consent_decisions.source is 'opt_out: on the privacy page of the server'`,
    // Erasure and export find all of a person by this.
    `create index consent_decisions_owner on consent_decisions (app_id, owner)`,
    ...forceRowSecurity('consent_decisions'),
    openPolicy('consent_decisions', ingest, 'insert'),
    organisationPolicy('consent_decisions', app),
    openPolicy('consent_decisions', jobs, 'all'),
    `grant insert on consent_decisions to ${ingest}`,
    `grant select, delete on consent_decisions to ${app}, ${jobs}`,

    `alter table retention_policies drop constraint retention_policies_data_check`,
    `alter table retention_policies add constraint retention_policies_data_check
      check (data in ('analytics', 'performance', 'errors', 'health', 'metrics', 'spans', 'consent'))`,

    // Queries read archived errors by time, like raw ones.
    `create index error_archives_time on error_archives (org_id, timestamp)`,
  ],
};
