import { readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import { OperatorError } from '../../lib/OperatorError';
import { readPostmasterFile } from './postmasterFile';
import { socketState } from './socketState';

const patience = { beforeQuit: 10 * second, atAll: 30 * second };

/**
 * Ends a PostgreSQL that outlived the server that started it, and waits until it is gone. Called under the lock of the
 * directory, so nobody needs it any more; its supervisor is normally about to end it already.
 * @param cluster PostgreSQL's data directory
 */
export async function endLeftover(cluster: string, logger: Logger, clock: Clock): Promise<void> {
  const started = clock.now();
  let asked: NodeJS.Signals | undefined;
  for (;;) {
    const pid = await leftoverPid(cluster);
    if (pid === undefined) {
      return;
    }
    const waited = clock.now() - started;
    const wanted = waited < patience.beforeQuit ? 'SIGINT' : 'SIGQUIT';
    if (asked !== wanted) {
      logger.warn('PostgreSQL outlived its server; ending it', { pid, signal: wanted });
      asked = wanted;
      await signal(cluster, pid, wanted);
    }
    if (waited > patience.atAll) {
      throw new OperatorError(
        `A PostgreSQL (process ${pid}) still runs on ${cluster} and does not end: stop it and start again`
      );
    }
    await clock.sleep(20);
  }
}

/**
 * Pid of a PostgreSQL that lives. Its socket answers even when it runs in another container, where its pid means
 * nothing here; the process shows that it is ours by its working directory.
 */
async function leftoverPid(cluster: string): Promise<number | undefined> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) {
    return undefined;
  }
  const listens =
    file.socketDirectory !== undefined && (await socketState(join(file.socketDirectory, '.s.PGSQL.5432'))) === 'alive';
  return listens || (await worksIn(cluster, file.pid)) ? file.pid : undefined;
}

async function signal(cluster: string, pid: number, name: NodeJS.Signals): Promise<void> {
  if (await worksIn(cluster, pid)) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended between the question and the signal, or it is another user's: then waiting is all there is.
    }
  }
}

/** PostgreSQL's processes have the data directory as their working directory; Linux shows it. */
async function worksIn(cluster: string, pid: number): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
  } catch {
    return false;
  }
}
