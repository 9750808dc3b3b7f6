import type { Registry } from 'prom-client';
import type { ServerStatus } from '../../../src/contract/resources/status';
import type { AppRepository } from '../../domain/access/AppRepository';
import type { Identity } from '../../domain/access/Identity';
import type { TokenRepository } from '../../domain/access/TokenRepository';
import type { ChannelRepository } from '../../domain/alerting/channels/ChannelRepository';
import type { ChannelTester } from '../../domain/alerting/channels/ChannelTester';
import type { DeliveryLog } from '../../domain/alerting/deliveries/DeliveryLog';
import type { AlertInstanceRepository } from '../../domain/alerting/instances/AlertInstanceRepository';
import type { AlertPreviews } from '../../domain/alerting/preview/AlertPreviews';
import type { IntegrationRepository } from '../../domain/alerting/integrations/IntegrationRepository';
import type { AlertRuleRepository } from '../../domain/alerting/rules/AlertRuleRepository';
import type { MaintenanceRepository, SilenceRepository } from '../../domain/alerting/silences/SilenceRepository';
import type { CodeKind } from '../../domain/asCode/CodeKind';
import type { ProvisionedRegistry } from '../../domain/asCode/ProvisionedRegistry';
import type { BehaviourRepository } from '../../domain/behaviour/BehaviourRepository';
import type { ErrorGroupRepository } from '../../domain/errors/groups/ErrorGroupRepository';
import type { HealthCheckRepository } from '../../domain/health/checks/HealthCheckRepository';
import type { IncidentRepository } from '../../domain/health/incidents/IncidentRepository';
import type { CheckRunner } from '../../domain/health/probing/CheckRunner';
import type { StatusPageRepository } from '../../domain/health/statusPages/StatusPageRepository';
import type { FieldReader } from '../../domain/query/FieldReader';
import type { QueryRunner } from '../../domain/query/QueryRunner';
import type { ConsentRepository } from '../../domain/privacy/consent/ConsentRepository';
import type { RetentionRepository } from '../../domain/retention/RetentionRepository';
import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import type { AddressGuard } from '../../lib/outbound/AddressGuard';

/** What the admin listener needs from the rest of the program. */
export interface AdminDependencies {
  apps: AppRepository;
  tokens: TokenRepository;
  queries: QueryRunner;
  fields: FieldReader;
  errorGroups: ErrorGroupRepository;
  alertRules: AlertRuleRepository;
  alertPreviews: AlertPreviews;
  alertInstances: AlertInstanceRepository;
  /** Kinds of things that files can hold. */
  codeKinds: readonly CodeKind[];
  /** What came from files. */
  provisioned: Pick<ProvisionedRegistry, 'files'>;
  channels: ChannelRepository;
  channelTester: ChannelTester;
  deliveryLog: DeliveryLog;
  silences: SilenceRepository;
  maintenanceWindows: MaintenanceRepository;
  integrations: IntegrationRepository;
  healthChecks: HealthCheckRepository;
  incidents: IncidentRepository;
  statusPages: StatusPageRepository;
  checkRunner: CheckRunner;
  /** Which addresses a check may name. */
  probeGuard: AddressGuard;
  /** The name under which this process probes. */
  location: string;
  behaviour: BehaviourRepository;
  retention: RetentionRepository;
  consent: ConsentRepository;
  /** How the server is, as far as the caller may know. */
  status(who: Identity): Promise<ServerStatus>;
  registry: Registry;
  logger: Logger;
  clock: Clock;
  /** The server's own admin token. */
  adminToken: string;
  /** Secrets of scope `remote` that live in memory only: the plugin in this process. */
  remoteSecrets: readonly string[];
  /** Address under which browsers reach the ingest listener, for the snippet. */
  ingestUrl: string;
  version: string;
}
