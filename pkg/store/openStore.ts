import type { Pool } from 'pg';
import type { AppRepository } from '../domain/access/AppRepository';
import type { TokenRepository } from '../domain/access/TokenRepository';
import type { ChannelRepository } from '../domain/alerting/channels/ChannelRepository';
import type { DeliveryLog } from '../domain/alerting/deliveries/DeliveryLog';
import type { AlertEvaluations } from '../domain/alerting/evaluation/AlertEvaluations';
import type { ChannelTests } from '../domain/alerting/deliveries/ChannelTests';
import type { DeliveryQueue } from '../domain/alerting/deliveries/DeliveryQueue';
import type { AlertInstanceRepository } from '../domain/alerting/instances/AlertInstanceRepository';
import type { NoticeQueue } from '../domain/alerting/notices/NoticeQueue';
import type { ExternalAlerts, ExternalLives } from '../domain/alerting/integrations/ExternalAlerts';
import type { IntegrationRepository } from '../domain/alerting/integrations/IntegrationRepository';
import type { OpenedInstances } from '../domain/alerting/triggered/OpenedInstances';
import type { AlertRuleRepository } from '../domain/alerting/rules/AlertRuleRepository';
import type {
  MaintenanceRepository,
  SilenceArchive,
  SilenceRepository,
} from '../domain/alerting/silences/SilenceRepository';
import type { ProvisionedRegistry } from '../domain/asCode/ProvisionedRegistry';
import type { UrgentRules } from '../domain/alerting/rules/UrgentRules';
import type { BehaviourRepository } from '../domain/behaviour/BehaviourRepository';
import type { ErrorGroupRepository } from '../domain/errors/groups/ErrorGroupRepository';
import type { DueChecks } from '../domain/health/checks/DueChecks';
import type { HealthCheckRepository } from '../domain/health/checks/HealthCheckRepository';
import type { HeartbeatBox } from '../domain/health/heartbeats/HeartbeatBox';
import type { IncidentRepository } from '../domain/health/incidents/IncidentRepository';
import type { OwnHealth } from '../domain/health/own/OwnHealth';
import type { PublicStatusSource } from '../domain/health/statusPages/PublicStatus';
import type { StatusPageRepository } from '../domain/health/statusPages/StatusPageRepository';
import type { IdentityKeys, PathRegistry, VisitorSessions } from '../domain/ingest/IdentityKeys';
import type { KeyDirectory } from '../domain/ingest/KeyedApp';
import type { ConsentRepository } from '../domain/privacy/consent/ConsentRepository';
import type { RetentionRepository } from '../domain/retention/RetentionRepository';
import type { Clock } from '../lib/Clock';
import { minute, second } from '../lib/duration';
import type { Logger } from '../lib/Logger';
import { StoredExternalAlerts } from './alerting/integrations/StoredExternalAlerts';
import { StoredExternalLives } from './alerting/integrations/StoredExternalLives';
import { StoredIntegrations } from './alerting/integrations/StoredIntegrations';
import { StoredMaintenanceWindows } from './alerting/silences/StoredMaintenanceWindows';
import { StoredSilenceArchive } from './alerting/silences/StoredSilenceArchive';
import { StoredSilences } from './alerting/silences/StoredSilences';
import { StoredAlertInstances } from './alerting/StoredAlertInstances';
import { StoredAlertRules } from './alerting/StoredAlertRules';
import { StoredOpenedInstances } from './alerting/StoredOpenedInstances';
import { StoredEvaluations } from './alerting/StoredEvaluations';
import { StoredUrgentRules } from './alerting/StoredUrgentRules';
import { StoredApps } from './apps/StoredApps';
import { readCapabilities, type Capabilities } from './capabilities';
import { createPool } from './connections/createPool';
import { databaseAnswers } from './connections/databaseAnswers';
import { roleUrl } from './connections/roleUrl';
import { StoredBehaviour } from './behaviour/StoredBehaviour';
import { StoredConsent } from './consent/StoredConsent';
import { StoredErrorGroups } from './errorGroups/StoredErrorGroups';
import { StoredDueChecks } from './health/StoredDueChecks';
import { StoredHealthChecks } from './health/StoredHealthChecks';
import { StoredHeartbeats } from './health/StoredHeartbeats';
import { StoredIncidents } from './health/StoredIncidents';
import { StoredOwnHealth } from './health/StoredOwnHealth';
import { StoredPublicStatus } from './health/StoredPublicStatus';
import { StoredStatusPages } from './health/StoredStatusPages';
import { UptimeUpkeep } from './health/UptimeUpkeep';
import { CachedKeyDirectory } from './keys/CachedKeyDirectory';
import { StoredIdentityKeys } from './keys/StoredIdentityKeys';
import { StoreMaintenance } from './maintenance/StoreMaintenance';
import { StoredChannelTests } from './notifications/StoredChannelTests';
import { StoredChannels } from './notifications/StoredChannels';
import { StoredDeliveryLog } from './notifications/StoredDeliveryLog';
import { StoredDeliveryQueue } from './notifications/StoredDeliveryQueue';
import { StoredNotices } from './notifications/StoredNotices';
import { StoredPathRegistry } from './paths/StoredPathRegistry';
import { People } from './people/People';
import { StoredProvisioned } from './provisioning/StoredProvisioned';
import { StoredRetention } from './retention/StoredRetention';
import type { RoleLogins } from './roles/roleLogins';
import type { RoleKind } from './roles/RoleKind';
import { StoredVisitorSessions } from './sessions/StoredVisitorSessions';
import { StoredTokens } from './tokens/StoredTokens';
import { GroupCommitWriter } from './writer/GroupCommitWriter';
import type { WriterMetrics } from './writer/WriterMetrics';

export interface StoreOptions extends RoleLogins {
  /** URL of the database's owner: the other logins are made from it. */
  url: string;
  /** 32 bytes, from outside of the database. */
  masterKey: Buffer;
  clock: Clock;
  logger: Logger;
  metrics: WriterMetrics;
}

/** All that is kept, over connections of four roles. */
export interface Store {
  writer: GroupCommitWriter;
  keys: KeyDirectory;
  identityKeys: IdentityKeys;
  sessions: VisitorSessions;
  paths: PathRegistry;
  apps: AppRepository;
  tokens: TokenRepository;
  errorGroups: ErrorGroupRepository;
  alertRules: AlertRuleRepository;
  alertInstances: AlertInstanceRepository;
  silences: SilenceRepository;
  oldSilences: SilenceArchive;
  maintenanceWindows: MaintenanceRepository;
  integrations: IntegrationRepository;
  externalAlerts: ExternalAlerts;
  externalLives: ExternalLives;
  alertEvaluations: AlertEvaluations;
  provisioned: ProvisionedRegistry;
  openedInstances: OpenedInstances;
  channels: ChannelRepository;
  deliveryLog: DeliveryLog;
  deliveryQueue: DeliveryQueue;
  channelTests: ChannelTests;
  notices: NoticeQueue;
  healthChecks: HealthCheckRepository;
  dueChecks: DueChecks;
  heartbeats: HeartbeatBox;
  incidents: IncidentRepository;
  statusPages: StatusPageRepository;
  uptime: UptimeUpkeep;
  ownHealth: OwnHealth;
  publicStatus: PublicStatusSource;
  urgentRules: UrgentRules;
  behaviour: BehaviourRepository;
  retention: RetentionRepository;
  consent: ConsentRepository;
  maintenance: StoreMaintenance;
  pools: Readonly<Record<Exclude<RoleKind, 'ingest'>, Pool>>;
  /** Throws StoreAway. */
  capabilities(): Promise<Capabilities>;
  /** Whether the database answers now; asked at most twice a second, however many ask here. */
  answers(): Promise<boolean>;
  /** Writes what was taken, then closes all connections. Two seconds at most beyond the writer's own limit. */
  close(): Promise<void>;
}

/**
 * Opens the store on a migrated database. Connects when first needed and again after every break, so that it can be
 * opened while the database is away. At most 20 connections a process: the embedded server has 24.
 */
export function openStore(options: StoreOptions): Store {
  const { url, roles, passwords, masterKey, clock, logger, metrics } = options;
  const urlOf = (role: RoleKind): string => roleUrl(url, roles[role], passwords[role]);
  const pool = (role: RoleKind, max: number, statementTimeoutMs: number, min = 0): Pool =>
    createPool({ role, url: urlOf(role), max, min, logger, statementTimeoutMs });
  const pools = {
    app: pool('app', 4, 5 * second),
    query: pool('query', 8, 30 * second),
    jobs: pool('jobs', 2, 10 * minute),
    // Beside the jobs, which may hold their connections for minutes.
    alerts: pool('jobs', 3, 10 * second),
    // For who may not wait for a connection.
    notes: pool('jobs', 1, 10 * second, 1),
  };
  const people = new People(pools.app, masterKey);
  const identityKeys = new StoredIdentityKeys(pools.app, masterKey);
  const writer = new GroupCommitWriter({
    url: urlOf('ingest'),
    people,
    clock,
    logger: logger.named('writer'),
    metrics,
  });
  return {
    writer,
    keys: new CachedKeyDirectory(pools.app, clock),
    identityKeys,
    sessions: new StoredVisitorSessions(pools.app, clock),
    paths: new StoredPathRegistry(pools.app, clock),
    apps: new StoredApps(pools.app, pools.query, clock),
    tokens: new StoredTokens(pools.app, clock),
    errorGroups: new StoredErrorGroups(pools.app, pools.query, clock),
    alertRules: new StoredAlertRules(pools.app, masterKey, clock),
    alertInstances: new StoredAlertInstances(pools.app, masterKey, clock),
    silences: new StoredSilences(pools.app, clock),
    oldSilences: new StoredSilenceArchive(pools.alerts),
    maintenanceWindows: new StoredMaintenanceWindows(pools.app, clock),
    integrations: new StoredIntegrations(pools.app, masterKey, clock),
    externalAlerts: new StoredExternalAlerts(pools.app),
    externalLives: new StoredExternalLives(pools.alerts),
    provisioned: new StoredProvisioned(pools.app, pools.jobs, clock),
    alertEvaluations: new StoredEvaluations(pools.alerts),
    openedInstances: new StoredOpenedInstances(pools.alerts),
    channels: new StoredChannels(pools.app, identityKeys, clock),
    deliveryLog: new StoredDeliveryLog(pools.app),
    deliveryQueue: new StoredDeliveryQueue(pools, identityKeys),
    channelTests: new StoredChannelTests(pools.app, identityKeys, clock),
    notices: new StoredNotices(pools.alerts),
    healthChecks: new StoredHealthChecks(pools, identityKeys, clock),
    dueChecks: new StoredDueChecks(pools.alerts, identityKeys),
    heartbeats: new StoredHeartbeats(pools.app, clock),
    incidents: new StoredIncidents(pools.app, clock),
    statusPages: new StoredStatusPages(pools.app, clock),
    uptime: new UptimeUpkeep(pools.jobs),
    ownHealth: new StoredOwnHealth(pools.app, pools.alerts, clock),
    publicStatus: new StoredPublicStatus(pools, clock),
    urgentRules: new StoredUrgentRules(pools.app),
    behaviour: new StoredBehaviour(pools.query),
    retention: new StoredRetention(pools.app, pools.query, clock),
    consent: new StoredConsent(pools.app, clock),
    maintenance: new StoreMaintenance(pools.jobs, url, logger.named('retention')),
    pools,
    capabilities: () => readCapabilities(pools.app),
    answers: databaseAnswers(pools.app, clock),
    close: async () => {
      await writer.drain();
      // A server that hangs would not answer the good-byes.
      await Promise.race([Promise.all(Object.values(pools).map((each) => each.end())), clock.sleep(2 * second)]);
    },
  };
}
