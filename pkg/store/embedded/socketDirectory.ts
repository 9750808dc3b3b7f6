import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ProcessIdentity } from './ProcessIdentity';
import { longestSocketPath } from './SocketFolder';

const prefix = 'seamark-pg-';

export interface SocketDirectory {
  readonly path: string;
  /** Removes it where it was made for one run. */
  remove(): Promise<void>;
}

/**
 * The folder in which PostgreSQL listens: the one in the data directory, or, where that path is too long for a socket
 * address, a fresh one (0700) in the system's temporary folder. PostgreSQL writes its choice into `postmaster.pid`,
 * where commands that join a running server find it.
 */
export async function chooseSocketDirectory(
  preferred: string,
  identity: ProcessIdentity | undefined,
  temporary = tmpdir()
): Promise<SocketDirectory> {
  if (Buffer.byteLength(join(preferred, '.s.PGSQL.5432')) <= longestSocketPath) {
    return { path: preferred, remove: () => Promise.resolve() };
  }
  const path = await mkdtemp(join(temporary, prefix));
  if (identity) {
    await chown(path, identity.uid, identity.gid);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Removes a folder made above for a run that was killed. @param recorded what that run's PostgreSQL wrote down */
export async function removeAbandoned(recorded: string | undefined): Promise<void> {
  if (recorded !== undefined && basename(recorded).startsWith(prefix)) {
    await rm(recorded, { recursive: true, force: true });
  }
}
