import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../lib/Clock';
import { scratchDirectory } from '../testing/scratchDirectory';
import { acquireDirectoryLock, type DirectoryLock } from './DirectoryLock';

const scratch = scratchDirectory();
const held: DirectoryLock[] = [];

/** Time passes by sleeping only. */
function fakeClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
      await wait(0);
    },
  };
}

/** Never loses patience. */
const patient: Clock = { now: () => 0, sleep: () => wait(1) };

async function acquire(folder: string, options: { pid?: number; clock?: Clock; signal?: AbortSignal } = {}) {
  const { pid = 100, clock = fakeClock(), signal } = options;
  const holder = { pid, since: '2026-11-23T10:00:00.000Z', command: 'seamark serve' };
  const lock = await acquireDirectoryLock({ folder, holder, clock, signal });
  held.push(lock);
  return lock;
}

afterEach(async () => {
  await Promise.all(held.splice(0).map((lock) => lock.release().catch(() => undefined)));
});

describe('the lock of a directory', () => {
  it('lets one in and tells the next who that is', async () => {
    const folder = scratch();
    await acquire(folder, { pid: 4711 });
    await expect(acquire(folder)).rejects.toThrow(
      'in use by process 4711 since 2026-11-23T10:00:00.000Z (seamark serve)'
    );
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^4711-\w+\.sock$/)]);
  });

  it('is free again after its release', async () => {
    const folder = scratch();
    await (await acquire(folder)).release();
    await acquire(folder);
  });

  it('is had by whoever waits while the holder goes', async () => {
    const folder = scratch();
    const first = await acquire(folder);
    const second = acquire(folder, { clock: patient });
    await wait(20);
    await first.release();
    await expect(second).resolves.toBeDefined();
  });

  it('is never had by two, however many compete', async () => {
    const folder = scratch();
    let inside = 0;
    let most = 0;
    let entered = 0;
    const compete = async (pid: number): Promise<void> => {
      const lock = await acquire(folder, { pid, clock: patient });
      inside++;
      entered++;
      most = Math.max(most, inside);
      await wait(2);
      inside--;
      await lock.release();
    };
    await Promise.all(Array.from({ length: 12 }, (_, pid) => compete(pid)));
    expect([most, entered]).toEqual([1, 12]);
    held.length = 0;
  });

  it('ignores and removes the sockets of processes that were killed', async () => {
    const folder = scratch();
    await leaveDeadSocket(join(folder, '99-dead.sock'));
    await acquire(folder);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('counts a holder that does not answer as a holder', async () => {
    const folder = scratch();
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(join(folder, '77-silent.sock'), resolve));
    await expect(acquire(folder)).rejects.toThrow('in use by process 77, which does not answer');
    await new Promise((resolve) => silent.close(resolve));
  });

  it('is not impressed by a holder that talks nonsense, nor by other files', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'notes.txt'), '');
    const odd = createServer((socket) => socket.on('error', () => undefined).end('{"pid":"many"}'));
    await new Promise<void>((resolve) => odd.listen(join(folder, '78-odd.sock'), resolve));
    await expect(acquire(folder)).rejects.toThrow('process 78, which does not answer');
    await new Promise((resolve) => odd.close(resolve));
    await acquire(folder);
  });

  it('works where the path is longer than a socket address', async () => {
    const folder = join(scratch(), 'long-'.repeat(40));
    mkdirSync(folder);
    await acquire(folder, { pid: 5 });
    await expect(acquire(folder)).rejects.toThrow('in use by process 5 since');
  });

  it('can be given up waiting for', async () => {
    const folder = scratch();
    await acquire(folder);
    const impatience = new AbortController();
    const second = acquire(folder, { clock: patient, signal: impatience.signal });
    impatience.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

/** A bound socket whose process is gone: the name stays, nobody listens. */
async function leaveDeadSocket(path: string): Promise<void> {
  const { spawnSync } = await import('node:child_process');
  const script = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', script, path]);
}
