import { sleep } from '../kill/Traffic';
import { megabytes } from '../megabytes';
import { familyMemory } from '../processes/familyMemory';
import { ExternalPostgres } from './ExternalPostgres';
import type { Fault } from './Fault';
import { Scene, untilAccepted } from './Scene';

/** A PostgreSQL 15 of the user's own is restarted, cut off, and away for long. */
export const awayDatabase: Fault = async ({ away }) => {
  const postgres = await ExternalPostgres.start();
  const scene = await Scene.open({ env: { SEAMARK_DATABASE_URL: postgres.url() } });
  for (const mode of ['fast', 'immediate'] as const) {
    await scene.during(
      `restart of an external PostgreSQL 15, ${mode}`,
      'back within 30 s, stretch 5 s',
      async (traffic) => {
        postgres.stop(mode);
        postgres.start();
        const back = await untilAccepted(traffic);
        return { seen: `accepted again ${back} ms after its start`, passed: back < 30_000 };
      }
    );
  }
  const expected = '503 with Retry-After, memory bounded, back within 30 s, stretch 5 s';
  await scene.during(`an external PostgreSQL away for ${away} s`, expected, async (traffic) => {
    const before = familyMemory(scene.server.pid);
    let most = before;
    postgres.stop('fast');
    for (let second = 0; second < away; second += 1) {
      await sleep(1_000);
      most = Math.max(most, familyMemory(scene.server.pid));
    }
    postgres.start();
    const back = await untilAccepted(traffic);
    return {
      seen: `accepted again ${back} ms after its start, memory of the server ${megabytes(before)} → ${megabytes(most)} MB`,
      passed: back < 30_000 && most < 512 * 1024 ** 2,
    };
  });
  const report = await scene.close();
  postgres.remove();
  return report;
};
