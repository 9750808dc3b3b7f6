import { access, chmod, chown, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../../lib/errorCode';
import { makeDirectory } from '../../lib/makeDirectory';
import { OperatorError } from '../../lib/OperatorError';
import type { Layout } from './layout';
import type { ProcessIdentity } from './ProcessIdentity';
import { refuseNetworkFileSystem } from './networkFileSystem';
import { runProgram } from './runProgram';

/**
 * Makes the folders of an embedded PostgreSQL: `postgres/` is PostgreSQL's own (0700), the data directory around it only
 * lets it through. Throws OperatorError where the place cannot be used.
 */
export async function prepareDirectories(
  dataDir: string,
  layout: Layout,
  identity: ProcessIdentity | undefined
): Promise<void> {
  try {
    await makePassage(dataDir, identity);
    await refuseNetworkFileSystem(dataDir);
    await ownFolder(layout.home, identity);
    await ownFolder(layout.sockets, identity);
    await mkdir(layout.lock, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw cause instanceof OperatorError ? cause : unusable(dataDir, cause);
  }
  if (identity && !(await reachable(layout.home, identity))) {
    throw new OperatorError(
      `PostgreSQL does not run as root, and user ${identity.uid} cannot reach ${layout.home}: ` +
        `set SEAMARK_DATA_DIR to a folder outside of root's own (for example /var/lib/seamark), or allow passage (chmod o+x) on the folders above it`
    );
  }
}

/** Every folder that is made on the way is closed to others, except that another user may pass where there is one. */
async function makePassage(dataDir: string, identity: ProcessIdentity | undefined): Promise<void> {
  const first = makeDirectory(dataDir, 0o700);
  if (!identity) {
    return;
  }
  if (first === undefined) {
    // The server's secrets may have been the first here, under a mask that lets nobody pass.
    const ours = await access(join(dataDir, 'admin-token')).then(
      () => true,
      () => false
    );
    return ours ? chmod(dataDir, 0o711) : undefined;
  }
  for (let folder = dataDir; folder.length >= first.length; folder = dirname(folder)) {
    await chmod(folder, 0o711);
  }
}

async function ownFolder(folder: string, identity: ProcessIdentity | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await stat(folder);
  if (identity && uid !== identity.uid) {
    await chown(folder, identity.uid, identity.gid);
  }
  if ((mode & 0o777) !== 0o700) {
    await chmod(folder, 0o700);
  }
}

/** Asked of the kernel, by going there: modes alone do not tell what access lists and mounts allow. */
async function reachable(folder: string, identity: ProcessIdentity): Promise<boolean> {
  const result = await runProgram('/bin/sh', ['-c', 'cd -- "$1" && [ -w . ]', 'sh', folder], {
    identity,
    libraryPath: '',
  });
  return result.code === 0;
}

function unusable(dataDir: string, cause: unknown): OperatorError {
  const code = errorCode(cause) ?? 'unknown reason';
  const why = code === 'ENOSPC' ? 'the disk is full' : code;
  return new OperatorError(
    `The data directory ${dataDir} cannot be used (${why}): set SEAMARK_DATA_DIR to a folder that this user may write`,
    {
      cause,
    }
  );
}
