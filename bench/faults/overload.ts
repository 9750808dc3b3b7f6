import { sleep } from '../kill/Traffic';
import { runLoad } from '../load/runLoad';
import { megabytes } from '../megabytes';
import { familyMemory } from '../processes/familyMemory';
import { unlimitedApp } from '../unlimitedApp';
import type { Fault } from './Fault';
import { Scene } from './Scene';

const warmUp = 3;

/** Ten times the clients of the peak, of one app, and a quiet app beside them. */
export const overload: Fault = async ({ load: seconds }) => {
  const scene = await Scene.open();
  const noisy = scene.url();
  const quiet = await unlimitedApp(scene.server.admin, 'quiet');
  // The machine may have other work that comes and goes: the peak before and after stands for the time between.
  const peak = () => runLoad('plain', noisy, { connections: 50, seconds, warmUp });
  const before = await peak();
  const flood = runLoad('plain', noisy, { connections: 500, seconds, warmUp });
  const seen = await watchQuietApp(scene, quiet.serverKey, (seconds + warmUp) * 1_000);
  const over = await flood;
  const after = await peak();
  const batches = (ok: number): number => Math.round(ok / seconds);
  const usual = (before.ok + after.ok) / 2;
  const goodput = over.ok / usual;
  scene.note({
    fault: '10 × overload by one app',
    seen: `${(goodput * 100).toFixed(0)} % of peak goodput (batches of 100 a second: ${batches(before.ok)}, then ${batches(over.ok)}, then ${batches(after.ok)}), refused ${over.refused}, failed ${over.failed}, memory ${megabytes(seen.memory)} MB`,
    expected: '80 %, 512 MB',
    passed: goodput >= 0.8 && seen.memory < 512 * 1024 ** 2 && over.failed === 0,
  });
  const median = seen.delays.sort((a, b) => a - b)[seen.delays.length >> 1] ?? Number.NaN;
  scene.note({
    fault: 'a quiet app beside it',
    seen: `${seen.delays.length} requests, refused ${seen.refused}, median ${median.toFixed(0)} ms, the noisy one's ${over.p50} ms`,
    expected: 'refused 0, sooner than the noisy one',
    passed: seen.refused === 0 && median < over.p50,
  });
  return scene.close();
};

/** One request after the other, and the memory meanwhile, until `ms` are over. */
async function watchQuietApp(
  scene: Scene,
  key: string,
  ms: number
): Promise<{ delays: number[]; refused: number; memory: number }> {
  const seen = { delays: new Array<number>(), refused: 0, memory: 0 };
  const end = performance.now() + ms;
  await sleep(1_000);
  while (performance.now() < end) {
    const start = performance.now();
    const item = { type: 'event', event_type: 'quiet', timestamp: new Date().toISOString() };
    const answer = await fetch(`${scene.server.ingestUrl}/api/v1/events/${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item] }),
    });
    seen.refused += answer.ok ? 0 : 1;
    seen.delays.push(performance.now() - start);
    seen.memory = Math.max(seen.memory, familyMemory(scene.server.pid));
    await sleep(50);
  }
  return seen;
}
