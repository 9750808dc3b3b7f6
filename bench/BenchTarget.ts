import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/start/freePort';
import { serverProgram } from '../scripts/start/serverProgram';
import { startSeamarkServer, type SeamarkServer } from '../scripts/start/seamarkServer';

/** A server of its own for one benchmark run, with an app that no rate limit holds back. */
export interface BenchTarget {
  ingestUrl: string;
  adminUrl: string;
  adminToken: string;
  browserKey: string;
  serverKey: string;
  pid: number;
  stop(): Promise<void>;
}

export async function startBenchTarget(): Promise<BenchTarget> {
  const dataDir = mkdtempSync(join(tmpdir(), 'seamark-bench-'));
  chmodSync(dataDir, 0o711);
  const server = await startSeamarkServer({
    program: await serverProgram(),
    dataDir,
    ingestPort: await freePort(),
    adminPort: await freePort(),
    remoteToken: 'bench-remote-token-0123456789',
  });
  const app = await server.admin.createApp({
    name: 'bench',
    allowed_origins: ['*'],
    consent_mode: 'implied',
    rate_limit: null,
  });
  const serverKey = await server.admin.createKey(app.id, 'server');
  return {
    ingestUrl: server.ingestUrl,
    adminUrl: server.admin.url,
    adminToken: server.admin.token,
    browserKey: app.keys[0]?.key ?? '',
    serverKey: serverKey.key,
    pid: server.pid ?? 0,
    stop: () => stop(server, dataDir),
  };
}

async function stop(server: SeamarkServer, dataDir: string): Promise<void> {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
