import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ChannelKind } from '../../../src/contract/alerting/channelSettings';
import type { LabelMatcher } from '../../../src/contract/alerting/LabelMatcher';
import type { Recurrence } from '../../../src/contract/alerting/Recurrence';
import type { AlertRule } from '../../../src/contract/entities/AlertRule';
import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { AlertRuleDetail, RuleEvaluation } from '../../../src/contract/resources/alertRules';
import type { ConsentMode, KeyScope, RateLimit } from '../../../src/contract/resources/apps';
import type { ConsentDecision } from '../../../src/contract/resources/consent';
import type { Assertion } from '../../../src/contract/health/assertions';
import type { CheckKind } from '../../../src/contract/health/kinds/kinds';
import type { HealthStatus } from '../../../src/contract/health/words';
import type { Integration } from '../../../src/contract/resources/integrations';
import type { StatusPageService } from '../../../src/contract/resources/statusPages';
import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import type { TokenScope } from '../../../src/contract/resources/tokens';
import type { RetainedData, RetentionTier } from '../../../src/contract/retentionTable';
import type { Beat } from '../../domain/health/heartbeats/Beat';
import type { CheckMemory } from '../../domain/health/status/CheckMemory';

/** `bigint`: the driver gives text, for a number could not hold all of them. */
type BigInt64 = ColumnType<string, number | string, number | string>;
type Timestamp = ColumnType<Date, Date, Date>;

interface AppsTable {
  id: string;
  org_id: BigInt64;
  number: Generated<number>;
  name: string;
  allowed_origins: string[];
  consent_mode: ConsentMode;
  without_consent: 'anonymous' | 'drop';
  trust_client_critical: boolean;
  rate_limit: JSONColumnType<RateLimit> | null;
  severity_rules: JSONColumnType<SeverityRule[], string | undefined, string>;
  routes: ColumnType<string[], string[] | undefined, string[]>;
  fields: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
  created_at: Timestamp;
  deleted_at: ColumnType<Date | null, never, Date>;
}

interface AppKeysTable {
  id: string;
  org_id: BigInt64;
  app_id: string;
  key: string;
  scope: KeyScope;
  created_at: Timestamp;
  revoked_at: ColumnType<Date | null, never, Date>;
}

interface TokensTable {
  id: string;
  org_id: BigInt64;
  name: string;
  scope: TokenScope;
  secret_hash: string;
  hint: string;
  created_at: Timestamp;
  last_used_at: ColumnType<Date | null, never, Date>;
  revoked_at: ColumnType<Date | null, never, Date>;
}

interface RetentionPoliciesTable {
  org_id: BigInt64;
  data: RetainedData;
  tier: RetentionTier;
  days: number;
  updated_at: Timestamp;
}

interface ConsentDecisionsTable {
  org_id: BigInt64;
  app_id: string;
  owner: string;
  day: ColumnType<Date, never, never>;
  mode: ConsentDecision['mode'];
  decision: string;
  source: ConsentDecision['source'];
  decided_at: ColumnType<Date, never, never>;
}

interface AuditLogTable {
  org_id: BigInt64;
  sequence: BigInt64;
  id: string;
  at: Timestamp;
  actor: string;
  action: string;
  subject: string | null;
  details: JSONColumnType<Record<string, unknown>>;
  previous_hash: Buffer;
  hash: Buffer;
}

interface AlertRulesTable {
  id: string;
  org_id: BigInt64;
  name: string;
  description: string;
  condition_type: AlertRule['condition_type'];
  condition_config: JSONColumnType<Record<string, unknown>>;
  severity: Severity;
  enabled: boolean;
  notification_channels: string[];
  cooldown_minutes: number;
  last_triggered: ColumnType<Date | null, never, Date>;
  created_by: string | null;
  created_at: Timestamp;
  labels: JSONColumnType<Record<string, string>>;
  title_template: string | null;
  message_template: string | null;
  no_data: AlertRuleDetail['no_data'];
  on_error: AlertRuleDetail['on_error'];
  keep_firing_minutes: number;
  reminder_minutes: number | null;
  max_label_sets: number;
  stale_hours: number;
  version: Generated<number>;
  updated_at: Timestamp;
  next_evaluation_at: Timestamp;
  leased_by: ColumnType<string | null, never, string | null>;
  leased_until: ColumnType<Date | null, never, Date | null>;
  errors_in_a_row: Generated<number>;
  missed_evaluations: Generated<BigInt64>;
  last_evaluation: JSONColumnType<RuleEvaluation> | null;
  last_opening_notice: ColumnType<Date | null, never, Date>;
  notices_due_at: ColumnType<Date | null, never, Date | null>;
  built_in: ColumnType<string | null, string | undefined, never>;
}

interface NotificationChannelsTable {
  id: string;
  org_id: BigInt64;
  name: string;
  kind: ChannelKind;
  settings: JSONColumnType<Record<string, unknown>>;
  sealed_secrets: Buffer | null;
  stored_secrets: string[];
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

interface SilencesTable {
  id: string;
  org_id: BigInt64;
  name: string | null;
  comment: string;
  matchers: JSONColumnType<LabelMatcher[]>;
  starts_at: Timestamp;
  ends_at: Timestamp;
  created_login: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  version: Generated<number>;
}

interface MaintenanceWindowsTable {
  id: string;
  org_id: BigInt64;
  name: string;
  comment: string;
  matchers: JSONColumnType<LabelMatcher[]>;
  services: string[];
  time_zone: string;
  local_start: string;
  duration_minutes: number;
  repeat: JSONColumnType<Recurrence> | null;
  repeat_until: string | null;
  created_login: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  version: Generated<number>;
}

interface IntegrationsTable {
  id: string;
  org_id: BigInt64;
  name: string;
  kind: Integration['kind'];
  alert_rule_id: string;
  secret_hash: string;
  hint: string;
  created_login: string;
  created_at: Timestamp;
  last_received_at: ColumnType<Date | null, never, Date>;
  last_problem: ColumnType<string | null, never, string | null>;
  version: Generated<number>;
}

interface HealthChecksTable {
  id: string;
  org_id: BigInt64;
  service_name: string;
  kind: CheckKind;
  settings: JSONColumnType<Record<string, unknown>>;
  assertions: JSONColumnType<Assertion[]>;
  description: string;
  group_name: string | null;
  labels: JSONColumnType<Record<string, string>>;
  enabled: boolean;
  interval_seconds: number;
  timeout_ms: number;
  retries: number;
  retry_interval_seconds: number;
  failures_to_down: number;
  successes_to_recover: number;
  degraded_ms: number | null;
  degraded_error_rate: number | null;
  uptime_target: number | null;
  sealed_secrets: Buffer | null;
  stored_secrets: string[];
  heartbeat_hash: string | null;
  last_beat: JSONColumnType<Beat> | null;
  memory: JSONColumnType<CheckMemory>;
  last_error: ColumnType<string | null, never, string | null>;
  last_checked_at: ColumnType<Date | null, never, Date | null>;
  response_time_ms: ColumnType<number | null, never, number | null>;
  error_rate: ColumnType<number | null, never, number | null>;
  certificate_expires_at: ColumnType<Date | null, never, Date | null>;
  open_incident_id: ColumnType<string | null, never, string | null>;
  missed_probes: Generated<BigInt64>;
  next_probe_at: Timestamp;
  leased_by: ColumnType<string | null, never, string | null>;
  leased_until: ColumnType<Date | null, never, Date | null>;
  uptime_dirty_from: ColumnType<Date | null, never, Date | null>;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

interface IncidentsTable {
  id: string;
  org_id: BigInt64;
  check_id: string;
  service_name: string;
  started_at: Timestamp;
  ended_at: Date | null;
  status: Exclude<HealthStatus, 'healthy'>;
  worst_status: Exclude<HealthStatus, 'healthy'>;
  cause: string;
  version: Generated<number>;
}

interface StatusPagesTable {
  id: string;
  org_id: BigInt64;
  slug: string;
  title: string;
  description: string;
  enabled: boolean;
  services: JSONColumnType<StatusPageService[]>;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

/** The management tables, as their repositories see them. */
export interface Schema {
  apps: AppsTable;
  app_keys: AppKeysTable;
  tokens: TokensTable;
  retention_policies: RetentionPoliciesTable;
  consent_decisions: ConsentDecisionsTable;
  alert_rules: AlertRulesTable;
  notification_channels: NotificationChannelsTable;
  silences: SilencesTable;
  maintenance_windows: MaintenanceWindowsTable;
  integrations: IntegrationsTable;
  health_checks: HealthChecksTable;
  incidents: IncidentsTable;
  status_pages: StatusPagesTable;
  audit_log: AuditLogTable;
}
