import { readdirSync } from 'node:fs';
import { sleep } from '../kill/Traffic';
import { megabytes } from '../megabytes';
import { familyMemory } from '../processes/familyMemory';
import type { Fault } from './Fault';
import { Scene } from './Scene';
import { slowConnections } from './slowConnections';

/** Clients that hold connections: those who behave are served all the while. */
export const slowClients: Fault = async ({ slow: count }) => {
  const scene = await Scene.open();
  const { pid } = scene.server;
  const port = Number(new URL(scene.server.ingestUrl).port);
  const before = familyMemory(pid);
  const request = `POST /api/v1/events/${scene.app.serverKey} HTTP/1.1\r\nhost: x\r\ncontent-length: 2000000\r\n\r\n{"items":[`;
  const crowd = await slowConnections(port, count, request, 1_000);
  const half = await slowConnections(port, 40, request, 0);
  await sleep(3_000);
  // What the server has accepted; the kernel may have greeted a few more.
  const held = readdirSync(`/proc/${pid}/fd`).length;
  const start = performance.now();
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(scene.url(), { method: 'POST', headers, body: '{"items":[]}' });
  const took = Math.round(performance.now() - start);
  const grown = megabytes(familyMemory(pid) - before);
  await sleep(35_000);
  const [left, halfLeft] = [crowd.open(), half.open()];
  crowd.end();
  half.end();
  scene.note({
    fault: `${count} connections that send a byte a second, 40 that stop in the middle of a body`,
    seen: `${held} files open at the server, ${left} and ${halfLeft} after 38 s; a request meanwhile: ${answer.status} in ${took} ms; memory + ${grown} MB`,
    expected: 'bounded, all ended, others served',
    passed: held <= 8_400 && left === 0 && halfLeft === 0 && answer.status === 200 && grown < 300,
  });
  return scene.close();
};
