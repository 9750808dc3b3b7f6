import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep, type Traffic } from '../kill/Traffic';
import type { Fault } from './Fault';
import { Scene, untilAccepted } from './Scene';

const fullFor = 20_000;

/** The disk below the embedded PostgreSQL is full for a while. Needs root, to mount a small one. */
export const fullDisk: Fault = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'seamark-small-disk-'));
  const disk = join(dataDir, 'postgres');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=0700', 'tmpfs', disk]);
  const scene = await Scene.open({ dataDir });
  const expected = '503 with Retry-After, back within 30 s of space';
  await scene.during(`disk full for ${fullFor / 1_000} s`, expected, async (traffic) => {
    const ballast = join(disk, 'ballast');
    await fillUntilRefused(ballast, traffic);
    const refused = traffic.answers.get(503) ?? 0;
    await sleep(fullFor);
    const meanwhile = (traffic.answers.get(503) ?? 0) - refused;
    rmSync(ballast);
    const back = await untilAccepted(traffic);
    return {
      seen: `${meanwhile} refused while it was full, accepted again ${back} ms after there was space`,
      passed: meanwhile > 0 && back < 30_000,
    };
  });
  const report = await scene.close();
  execFileSync('umount', [disk]);
  rmSync(dataDir, { recursive: true, force: true });
  return report;
};

/** What PostgreSQL has set aside lasts a moment, and it frees some when it ends: filled again until requests are refused. */
async function fillUntilRefused(file: string, traffic: Traffic): Promise<void> {
  const megabyte = Buffer.alloc(1024 ** 2, 1);
  const handle = openSync(file, 'a');
  for (let refusals = 0; refusals < 20; refusals = traffic.answers.get(503) ?? 0) {
    for (let size = megabyte.length; size >= 4_096; size /= 2) {
      fill(handle, megabyte.subarray(0, size));
    }
    await sleep(100);
  }
  closeSync(handle);
}

function fill(handle: number, piece: Buffer): void {
  try {
    while (writeSync(handle, piece) === piece.length) {
      // Until there is no space left.
    }
  } catch {
    // There is none.
  }
}
