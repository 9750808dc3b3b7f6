import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from '../kill/Traffic';
import type { Fault } from './Fault';
import { Scene, untilAccepted } from './Scene';

const hour = 3_600_000;
const jumps: ReadonlyArray<readonly [name: string, offset: number]> = [
  ['a day forward', 24 * hour],
  ['back to the right time', 0],
  ['an hour back', -hour],
  ['and right again', 0],
];

/** The server's wall clock is set, forward and back, while clients send by the right one. */
export const jumpingClock: Fault = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seamark-clock-'));
  const file = join(folder, 'offset');
  writeFileSync(file, '0');
  const shim = `--require ${join(__dirname, 'clockShim.cjs')}`;
  const scene = await Scene.open({ env: { NODE_OPTIONS: shim, BENCH_CLOCK_FILE: file } });
  for (const [name, offset] of jumps) {
    await scene.during(`the server's clock: ${name}`, 'everything accepted, none late', async (traffic) => {
      writeFileSync(file, String(offset));
      await sleep(200);
      const back = await untilAccepted(traffic);
      await sleep(12_000);
      const refused = [...traffic.answers].filter(([status]) => status !== 200).length;
      return { seen: `accepted ${back} ms after the jump`, passed: back < 5_000 && refused === 0 };
    });
  }
  const report = await scene.close();
  rmSync(folder, { recursive: true, force: true });
  return report;
};
