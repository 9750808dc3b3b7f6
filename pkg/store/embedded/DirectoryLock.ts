import { randomBytes, randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { Clock } from '../../lib/Clock';
import { second } from '../../lib/duration';
import { OperatorError } from '../../lib/OperatorError';
import { askHolder, type LockHolder } from './LockHolder';
import { LockSocket } from './LockSocket';
import { SocketFolder } from './SocketFolder';

/** How long a second server waits: Grafana may start a new plugin process while the old one is still dying. */
const patience = 10 * second;

export interface DirectoryLock {
  release(): Promise<void>;
}

export interface LockRequest {
  /** An existing folder on a local file system, the same one for everybody who competes. */
  readonly folder: string;
  readonly holder: LockHolder;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Lets one process in, and lets go of it when that process ends, however it ends: the lock is a listening Unix socket,
 * which the kernel closes. It works across containers that share a volume, where pids and abstract sockets do not.
 *
 * Everybody who competes shows a socket of an own name first and looks for others second, and only who sees nobody
 * enters; so of two, at least the later one sees the other. Who sees somebody withdraws and tries again after a random
 * while. Dead sockets have names nobody uses again, so anybody may remove them.
 *
 * Throws OperatorError naming the holder when the folder stays taken for 10 s.
 */
export async function acquireDirectoryLock({ folder, holder, clock, signal }: LockRequest): Promise<DirectoryLock> {
  const sockets = await SocketFolder.open(folder);
  const deadline = clock.now() + patience;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const rival = (await findRival(sockets)) ?? (await tryToEnter(sockets, holder));
      if (rival instanceof LockSocket) {
        return {
          release: async () => {
            await rival.close();
            await sockets.close();
          },
        };
      }
      if (clock.now() >= deadline) {
        throw new OperatorError(await taken(folder, sockets, rival));
      }
      await clock.sleep(randomInt(40, 160), signal);
    }
  } catch (cause) {
    await sockets.close();
    throw cause;
  }
}

/** Our own socket when we are in, else the name of somebody else's. */
async function tryToEnter(sockets: SocketFolder, holder: LockHolder): Promise<LockSocket | string> {
  const name = `${holder.pid}-${randomBytes(6).toString('hex')}.sock`;
  const own = await LockSocket.show(sockets, name, holder);
  const rival = await findRival(sockets, name);
  if (rival === undefined) {
    return own;
  }
  await own.close();
  return rival;
}

async function findRival(sockets: SocketFolder, own?: string): Promise<string | undefined> {
  for (const name of await readdir(sockets.folder)) {
    if (name.endsWith('.sock') && name !== own && (await sockets.isAlive(name))) {
      return name;
    }
  }
  return undefined;
}

async function taken(folder: string, sockets: SocketFolder, name: string): Promise<string> {
  const holder = await askHolder(sockets.pathOf(name));
  const who = holder
    ? `process ${holder.pid} since ${holder.since} (${holder.command})`
    : `process ${name.split('-')[0] ?? 'unknown'}, which does not answer`;
  return `The data directory is in use by ${who}, seen in ${folder}: stop that server, or give this one a SEAMARK_DATA_DIR of its own`;
}
