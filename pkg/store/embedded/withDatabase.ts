import type { Config } from '../../config/Config';
import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import { runningOwnerUrl } from './runningOwnerUrl';
import { startEmbeddedPostgres } from './startEmbeddedPostgres';

export interface DatabaseRequest {
  readonly config: Pick<Config, 'databaseUrl' | 'dataDir' | 'postgresUid'>;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Refuse an embedded database that a server is running. */
  readonly alone: boolean;
}

export type DatabaseMode = 'external' | 'embedded, running' | 'embedded, started for this';

/**
 * For commands: does its work on the database of the configuration, as its owner. An embedded one is joined where a
 * server runs it, and otherwise started and stopped again.
 * Throws OperatorError where it cannot be started, or (`alone`) is in use.
 */
export async function withDatabase<Result>(
  { config, logger, clock, alone }: DatabaseRequest,
  work: (ownerUrl: string, mode: DatabaseMode) => Promise<Result>
): Promise<Result> {
  if (config.databaseUrl !== undefined) {
    return work(config.databaseUrl, 'external');
  }
  const running = alone ? undefined : await runningOwnerUrl(config.dataDir);
  if (running !== undefined) {
    return work(running, 'embedded, running');
  }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, uid: config.postgresUid, logger, clock });
  try {
    return await work(postgres.ownerUrl, 'embedded, started for this');
  } finally {
    await postgres.stop();
  }
}
