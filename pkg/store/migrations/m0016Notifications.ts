import type { Migration } from './Migration';
import { forceRowSecurity, openPolicy, organisationPolicy } from './policies';

/** Where messages go, each message with its attempts, and what rules still owe people. */
export const m0016Notifications: Migration = {
  version: 16,
  name: 'notifications',
  statements: ({ app, jobs }) => [
    `create table notification_channels (
      id uuid primary key,
      org_id bigint not null,
      name text not null,
      kind text not null,
      settings jsonb not null,
      sealed_secrets bytea,
      stored_secrets text[] not null default '{}',
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    `comment on column notification_channels.sealed_secrets is 'JSON under the key of the organisation'`,
    `comment on column notification_channels.stored_secrets is 'names of what is sealed, so that nobody need open it to know'`,
    `create unique index notification_channels_name on notification_channels (org_id, name)`,
    ...forceRowSecurity('notification_channels'),
    organisationPolicy('notification_channels', app),
    openPolicy('notification_channels', jobs, 'select'),
    `grant select, insert, update, delete on notification_channels to ${app}`,
    `grant select on notification_channels to ${jobs}`,

    `create table notification_deliveries (
      id uuid primary key,
      org_id bigint not null,
      sequence bigint not null generated always as identity,
      alert_rule_id uuid,
      rule_name text not null,
      channel_id uuid,
      channel_name text not null,
      channel_kind text,
      kind text not null,
      instance_ids uuid[] not null,
      conversation uuid not null,
      summary text not null,
      message jsonb not null,
      status text not null check (status in ('waiting', 'sending', 'sent', 'failed')),
      attempts int not null default 0,
      created_at timestamptz not null,
      next_attempt_at timestamptz,
      gives_up_at timestamptz not null,
      finished_at timestamptz,
      leased_by uuid,
      leased_until timestamptz,
      answer text,
      receipt jsonb
    )`,
    `comment on column notification_deliveries.conversation is 'the delivery that told of the opening, or itself; within one conversation deliveries go out in their order'`,
    `comment on column notification_deliveries.receipt is 'what the provider calls the message, to change it later'`,
    `create index notification_deliveries_due on notification_deliveries (next_attempt_at) where status in ('waiting', 'sending')`,
    `create index notification_deliveries_conversation on notification_deliveries (conversation, sequence)`,
    `create index notification_deliveries_newest on notification_deliveries (org_id, id)`,
    `create index notification_deliveries_rule on notification_deliveries (alert_rule_id, id)`,
    `create index notification_deliveries_instances on notification_deliveries using gin (instance_ids)`,
    ...forceRowSecurity('notification_deliveries'),
    organisationPolicy('notification_deliveries', app),
    openPolicy('notification_deliveries', jobs, 'all'),
    `grant select, insert, update on notification_deliveries to ${app}`,
    `grant select, insert, update, delete on notification_deliveries to ${jobs}`,

    `create table notification_attempts (
      org_id bigint not null,
      delivery_id uuid not null,
      number int not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text check (outcome in ('sent', 'retry', 'refused', 'unknown')),
      answer text,
      primary key (delivery_id, number)
    )`,
    ...forceRowSecurity('notification_attempts'),
    organisationPolicy('notification_attempts', app),
    openPolicy('notification_attempts', jobs, 'all'),
    `grant select, insert, update on notification_attempts to ${app}`,
    `grant select, insert, update, delete on notification_attempts to ${jobs}`,

    `alter table alert_instances
      add column is_announced boolean not null default false,
      add column owed text check (owed in ('opened', 'reminder', 'acknowledgement expired', 'resolved'))`,
    `comment on column alert_instances.owed is 'what people have yet to be told of it'`,
    `create index alert_instances_owed on alert_instances (alert_rule_id) where owed is not null`,

    `alter table alert_rules
      add column last_opening_notice timestamptz,
      add column notices_due_at timestamptz,
      add column built_in text`,
    `comment on column alert_rules.notices_due_at is 'when to look again at what its instances owe; null: nothing waits'`,
    `comment on column alert_rules.built_in is 'which of the rules that come with an organisation it is'`,
    `create index alert_rules_notices_due on alert_rules (notices_due_at) where notices_due_at is not null`,
    `create unique index alert_rules_built_in on alert_rules (org_id, built_in) where built_in is not null`,
  ],
};
