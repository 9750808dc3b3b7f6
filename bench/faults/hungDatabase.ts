import { sleep } from '../kill/Traffic';
import { family } from '../processes/family';
import { postmasterOf } from '../processes/postmasterOf';
import type { Fault } from './Fault';
import { Scene, untilAccepted } from './Scene';

/** The embedded PostgreSQL is stopped in the middle of its work and answers nobody. */
export const hungDatabase: Fault = async ({ hang }) => {
  const scene = await Scene.open();
  const expected = '503 with Retry-After, back within 30 s';
  await scene.during(`SIGSTOP of PostgreSQL for ${hang} s`, expected, async (traffic) => {
    const stopped = family(postmasterOf(scene.server.pid));
    stopped.forEach(({ pid }) => process.kill(pid, 'SIGSTOP'));
    await sleep(hang * 1_000);
    stopped.forEach(({ pid }) => process.kill(pid, 'SIGCONT'));
    const back = await untilAccepted(traffic);
    return { seen: `accepted again ${back} ms after SIGCONT`, passed: back < 30_000 };
  });
  return scene.close();
};
