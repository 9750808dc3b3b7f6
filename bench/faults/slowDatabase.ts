import { sleep } from '../kill/Traffic';
import { megabytes } from '../megabytes';
import { familyMemory } from '../processes/familyMemory';
import { DelayingProxy } from './DelayingProxy';
import { ExternalPostgres } from './ExternalPostgres';
import type { Fault } from './Fault';
import { Scene, untilAccepted } from './Scene';

const slowness = [100, 1_000, 10_000];
const seconds = 10;

/** Every statement takes longer and longer, up to longer than a writer waits for it. */
export const slowDatabase: Fault = async () => {
  const postgres = await ExternalPostgres.start();
  const proxy = await DelayingProxy.start(postgres.port);
  const scene = await Scene.open({ env: { SEAMARK_DATABASE_URL: postgres.url(proxy.port) } });
  for (const delay of slowness) {
    const expected = delay < 5_000 ? 'stored, only later' : '503 with Retry-After, back within 30 s';
    await scene.during(`PostgreSQL slow by ${delay} ms each way for ${seconds} s`, expected, async (traffic) => {
      const before = traffic.answers.get(200) ?? 0;
      proxy.delayMs = delay;
      await sleep(seconds * 1_000);
      const accepted = (traffic.answers.get(200) ?? 0) - before;
      const memory = megabytes(familyMemory(scene.server.pid));
      proxy.delayMs = 0;
      const back = await untilAccepted(traffic);
      return {
        seen: `${accepted} batches accepted meanwhile, as ever ${back} ms after, memory of the server ${memory} MB`,
        passed: (delay < 5_000 ? accepted > 0 : true) && back < 30_000,
      };
    });
  }
  const report = await scene.close();
  proxy.stop();
  postgres.remove();
  return report;
};
