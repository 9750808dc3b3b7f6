import type { Registry } from 'prom-client';
import type { Config } from '../../config/Config';
import type { ExternalAlerts } from '../../domain/alerting/integrations/ExternalAlerts';
import type { IdentityKeys, PathRegistry, VisitorSessions } from '../../domain/ingest/IdentityKeys';
import type { KeyDirectory } from '../../domain/ingest/KeyedApp';
import type { HeartbeatBox } from '../../domain/health/heartbeats/HeartbeatBox';
import type { PublicStatusSource } from '../../domain/health/statusPages/PublicStatus';
import type { RowWriter } from '../../domain/ingest/RowWriter';
import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';

/** What the ingest listener is made of. */
export interface IngestDependencies {
  keys: KeyDirectory;
  writer: RowWriter;
  externalAlerts: ExternalAlerts;
  identity: IdentityKeys;
  sessions: VisitorSessions;
  paths: PathRegistry;
  /** Where addresses are, where the operator gives a file that says it. */
  countries?: { countryOf(address: string): string | undefined } | undefined;
  heartbeats: HeartbeatBox;
  publicStatus: PublicStatusSource;
  clock: Clock;
  logger: Logger;
  config: Pick<Config, 'trustedProxies'>;
  registry: Registry;
  /** Whether the database answers: `/readyz`. */
  ready: () => boolean | Promise<boolean>;
}
