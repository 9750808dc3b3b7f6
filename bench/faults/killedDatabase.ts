import { sleep } from '../kill/Traffic';
import { postmasterOf } from '../processes/postmasterOf';
import type { Fault } from './Fault';
import { Scene, untilAccepted } from './Scene';

/** The embedded PostgreSQL is killed. */
export const killedDatabase: Fault = async () => {
  const scene = await Scene.open();
  await scene.during('SIGKILL of PostgreSQL, twice', 'back within 30 s, stretch 5 s', async (traffic) => {
    for (let kill = 0; kill < 2; kill += 1) {
      process.kill(postmasterOf(scene.server.pid), 'SIGKILL');
      // What was under way may still be promised; what comes now meets the fault.
      await sleep(300);
      await untilAccepted(traffic);
      await sleep(1_000);
    }
    const { longestSilence } = traffic;
    return { seen: `silence of at most ${Math.round(longestSilence)} ms`, passed: longestSilence < 30_000 };
  });
  return scene.close();
};
