import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

const severity = `text not null check (severity in ('low', 'medium', 'high', 'critical'))`;

/** When to tell whom about what, and each firing. */
export const m0007Alerting: Migration = {
  version: 7,
  name: 'alerting',
  statements: ({ app, jobs }) => [
    `create table alert_rules (
      id uuid primary key,
      org_id bigint not null,
      name text not null,
      description text not null default '',
      condition_type text not null check (condition_type in ('threshold', 'trend', 'pattern')),
      condition_config jsonb not null,
      severity ${severity},
      enabled boolean not null default true,
      notification_channels text[] not null default '{}',
      cooldown_minutes int not null default 0 check (cooldown_minutes >= 0),
      last_triggered timestamptz,
      created_by uuid,
      created_at timestamptz not null default now()
    )`,
    `create index alert_rules_org_id on alert_rules (org_id, id)`,
    ...forceRowSecurity('alert_rules'),
    organisationPolicy('alert_rules', app),
    openPolicy('alert_rules', jobs, 'all'),
    `grant select, insert, update, delete on alert_rules to ${app}`,
    `grant select, update on alert_rules to ${jobs}`,

    `create table alert_instances (
      id uuid primary key,
      org_id bigint not null,
      alert_rule_id uuid not null,
      title text not null,
      message text not null,
      severity ${severity},
      status text not null check (status in ('active', 'acknowledged', 'resolved')),
      triggered_data jsonb not null,
      acknowledged_by uuid,
      acknowledged_at timestamptz,
      resolved_by uuid,
      resolved_at timestamptz,
      created_at timestamptz not null default now()
    )`,
    `create index alert_instances_org_id on alert_instances (org_id, id)`,
    `create index alert_instances_rule on alert_instances (alert_rule_id, created_at)`,
    ...forceRowSecurity('alert_instances'),
    organisationPolicy('alert_instances', app),
    openPolicy('alert_instances', jobs, 'all'),
    `grant select, insert, update on alert_instances to ${app}`,
    `grant select, insert, update, delete on alert_instances to ${jobs}`,
  ],
};
