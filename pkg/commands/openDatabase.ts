import type { Config } from '../config/Config';
import type { Clock } from '../lib/Clock';
import type { Logger } from '../lib/Logger';
import { startEmbeddedPostgres } from '../store/embedded/startEmbeddedPostgres';

interface DatabaseParts {
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'postgresUid'>;
  clock: Clock;
  logger: Logger;
  /** Ends a start that is under way. */
  signal: AbortSignal;
}

export interface OpenDatabase {
  mode: 'embedded' | 'external';
  /** Connects as the owner. */
  url: string;
  stop(): Promise<void>;
}

/** The database that the settings name, else the one that comes with the program, started. */
export async function openDatabase({ config, clock, logger, signal }: DatabaseParts): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    return { mode: 'external', url: config.databaseUrl, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    uid: config.postgresUid,
    logger: logger.named('postgres'),
    clock,
    signal,
  });
  return { mode: 'embedded', url: embedded.ownerUrl, stop: () => embedded.stop() };
}
