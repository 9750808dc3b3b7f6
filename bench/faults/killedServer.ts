import { sleep } from '../kill/Traffic';
import type { Fault } from './Fault';
import { Scene } from './Scene';

/** The server is killed, and asked to end. */
export const killedServer: Fault = async () => {
  const scene = await Scene.open();
  const { server } = scene;
  await scene.during('SIGKILL of the server, twice', 'starts again', async (traffic) => {
    for (let kill = 0; kill < 2; kill += 1) {
      process.kill(server.pid, 'SIGKILL');
      await server.restart();
      await sleep(1_000);
    }
    return { seen: `silence of at most ${Math.round(traffic.longestSilence)} ms`, passed: true };
  });
  await scene.during('SIGTERM of the server', 'exit code 0, what was under way is answered', async () => {
    process.kill(server.pid, 'SIGTERM');
    const code = await server.ended;
    await server.restart();
    return { seen: `exit code ${code}`, passed: code === 0 };
  });
  return scene.close();
};
