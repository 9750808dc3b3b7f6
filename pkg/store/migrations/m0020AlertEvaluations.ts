import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** What each evaluation of a rule came to, for a day; and what an instance shows of the time before it. */
export const m0020AlertEvaluations: Migration = {
  version: 20,
  name: 'alert evaluations',
  statements: ({ app, jobs }) => [
    `create table alert_evaluations (
      org_id bigint not null,
      alert_rule_id uuid not null,
      at timestamptz not null,
      duration_ms int not null,
      label_sets int not null,
      firing int not null,
      error text,
      primary key (alert_rule_id, at)
    )`,
    `create index alert_evaluations_at on alert_evaluations (at)`,
    ...forceRowSecurity('alert_evaluations'),
    organisationPolicy('alert_evaluations', app, 'select'),
    openPolicy('alert_evaluations', jobs, 'all'),
    `grant select on alert_evaluations to ${app}`,
    `grant select, insert, delete on alert_evaluations to ${jobs}`,

    `alter table alert_instances
      add column group_labels jsonb not null default '{}',
      add column needs_series boolean not null default false`,
    `comment on column alert_instances.group_labels is 'labels of the group alone, without the rule''s own'`,
    `comment on column alert_instances.needs_series is 'its triggered_data does not hold the values before it yet'`,
    `create index alert_instances_needs_series on alert_instances (id) where needs_series`,
  ],
};
