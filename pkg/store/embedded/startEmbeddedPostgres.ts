import { access } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { generatedSecret } from '../../config/generatedSecret';
import type { Clock } from '../../lib/Clock';
import type { Logger } from '../../lib/Logger';
import { createCluster, setOwnerPassword } from './createCluster';
import { acquireDirectoryLock, type DirectoryLock } from './DirectoryLock';
import { endLeftover } from './endLeftover';
import { hasReadableCluster } from './hasReadableCluster';
import { layout, type Layout } from './layout';
import { binarySearch, locateBinaries } from './locateBinaries';
import { ownerUrl } from './ownerUrl';
import { PostgresServer, type ServerState } from './PostgresServer';
import { readPostmasterFile } from './postmasterFile';
import { prepareDirectories } from './prepareDirectories';
import { preparePrograms } from './preparePrograms';
import { postgresIdentity } from './ProcessIdentity';
import { versionOf, type Programs } from './Programs';
import { runSingleUser } from './runSingleUser';
import { asArguments, serverSettings, type ServerSettings } from './serverSettings';
import { chooseSocketDirectory, removeAbandoned } from './socketDirectory';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Folder with `bin/`, `lib/`, `share/`. Undefined: beside the executable, else from node_modules. */
  readonly binaries?: string | undefined;
  /** Under whom PostgreSQL runs when this process is root's; without meaning otherwise. */
  readonly uid: number;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Ends a start that is under way, also while it waits for the lock. */
  readonly signal?: AbortSignal | undefined;
  /** For tests. */
  readonly settings?: ServerSettings;
  /** For tests: lets the owner create databases. Counts at the first start only. */
  readonly ownerMayCreateDatabases?: boolean;
}

export interface EmbeddedPostgres {
  /** Connects as the owner of the database, over the Unix socket. Holds the password: never log it. */
  readonly ownerUrl: string;
  /** For example `18.4`. */
  readonly version: string;
  readonly state: ServerState;
  /** Calls back when PostgreSQL is away (`restarting`), back (`running`) or `stopped`. Returns how to end that. */
  onStateChange(listener: (state: ServerState) => void): () => void;
  /** Ends PostgreSQL (fast: sessions are cut, a checkpoint is written) and frees the directory. Repeatable, never rejects. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data directory, preparing it on the first start (0.6 s, 50 ms after that).
 * Throws OperatorError where a person has to put something right; nothing half-made and nothing running stays behind.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { clock, signal } = options;
  const dataDir = resolve(options.dataDir);
  const identity = postgresIdentity(options.uid);
  const places = layout(dataDir);
  const binaries = locateBinaries(binarySearch(options.binaries));
  // Waiting for a lock or for PostgreSQL is nothing that would keep a process alive by itself.
  const keepAlive = setInterval(() => undefined, 2 ** 30);
  try {
    await prepareDirectories(dataDir, places, identity);
    const lock = await acquireDirectoryLock({ folder: places.lock, holder: holder(clock), clock, signal });
    try {
      const programs = await preparePrograms(binaries, places, identity);
      return await startUnderLock({ ...options, dataDir }, places, programs, lock);
    } catch (cause) {
      await lock.release();
      throw cause;
    }
  } finally {
    clearInterval(keepAlive);
  }
}

async function startUnderLock(
  options: EmbeddedPostgresOptions,
  places: Layout,
  programs: Programs,
  lock: DirectoryLock
): Promise<EmbeddedPostgres> {
  const { logger, clock, signal, settings } = options;
  const { cluster } = places;
  const version = await versionOf(programs);
  await endLeftover(cluster, logger, clock);
  await removeAbandoned((await readPostmasterFile(cluster))?.socketDirectory);
  const password = await prepareCluster(options, places, programs, version);
  const sockets = await chooseSocketDirectory(places.sockets, programs.identity);
  const args = asArguments(serverSettings(sockets.path, settings));
  const server = new PostgresServer({ programs, cluster, args, logger, clock });
  const stop = async (): Promise<void> => {
    await server.stop();
    await sockets.remove();
    await lock.release();
  };
  try {
    await server.start(signal);
  } catch (cause) {
    await sockets.remove();
    throw cause;
  }
  let stopped: Promise<void> | undefined;
  return {
    ownerUrl: ownerUrl(password, sockets.path),
    version,
    get state() {
      return server.state;
    },
    onStateChange: (listener) => server.onStateChange(listener),
    stop: () => (stopped ??= stop()),
  };
}

/** Makes the cluster if there is none; returns the owner's password. */
async function prepareCluster(
  { dataDir, logger, settings, ownerMayCreateDatabases = false }: EmbeddedPostgresOptions,
  places: Layout,
  programs: Programs,
  version: string
): Promise<string> {
  const known = await access(join(dataDir, 'database-password')).then(
    () => true,
    () => false
  );
  const password = generatedSecret(dataDir, 'database-password');
  if (!(await hasReadableCluster(places.cluster, version))) {
    logger.info('Preparing the embedded PostgreSQL for its first start', { version });
    await createCluster(places, programs, {
      ownerPassword: password,
      ownerMayCreateDatabases,
      durable: settings?.fsync !== 'off',
    });
  } else if (!known) {
    logger.warn('The password of the embedded database was lost; setting a new one');
    await runSingleUser(programs, places.cluster, [setOwnerPassword(password)]);
  }
  return password;
}

/** The command without its arguments' values, which may be long or secret. */
function holder(clock: Clock): { pid: number; since: string; command: string } {
  const command = [basename(process.execPath), ...process.argv.slice(1, 3).map((part) => basename(part))].join(' ');
  return { pid: process.pid, since: new Date(clock.now()).toISOString(), command };
}
