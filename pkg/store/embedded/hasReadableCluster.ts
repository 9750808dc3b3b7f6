import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../lib/errorCode';
import { OperatorError } from '../../lib/OperatorError';
import { majorOf } from './Programs';

/**
 * Whether there is a cluster that these binaries can read; false where there is none yet.
 * Throws OperatorError for one of another major version, or for a folder that holds something else.
 * @param version of the binaries, for example `18.4`
 */
export async function hasReadableCluster(cluster: string, version: string): Promise<boolean> {
  let found: string;
  try {
    found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' && !(await exists(cluster))) {
      return false;
    }
    throw new OperatorError(
      `${cluster} is not a data directory of PostgreSQL: restore it, or move it away to start with an empty one`,
      {
        cause,
      }
    );
  }
  if (found !== majorOf(version)) {
    throw new OperatorError(
      `${cluster} was made by PostgreSQL ${found}, and this Seamark brings ${majorOf(version)}: run "seamark backup FILE" with the Seamark ` +
        `that made it, move that folder away, and run "seamark restore FILE" with this one`
    );
  }
  return true;
}

async function exists(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false
  );
}
