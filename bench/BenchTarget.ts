import type { AdminClient } from '../scripts/start/AdminClient';
import { ScratchServer } from '../scripts/start/ScratchServer';
import { unlimitedApp, type UnlimitedApp } from './unlimitedApp';

/** A server of its own for one benchmark run, with an app that no rate limit holds back. */
export interface BenchTarget extends UnlimitedApp {
  ingestUrl: string;
  admin: AdminClient;
  pid: number;
  stop(): Promise<void>;
}

export async function startBenchTarget(): Promise<BenchTarget> {
  const server = await ScratchServer.open();
  return {
    ...(await unlimitedApp(server.admin, 'bench')),
    ingestUrl: server.ingestUrl,
    admin: server.admin,
    pid: server.pid,
    stop: () => server.close(),
  };
}
