import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, type Child } from './children';
import { AdminClient } from './AdminClient';

export interface SeamarkServer extends Child {
  ingestUrl: string;
  admin: AdminClient;
}

export interface SeamarkServerSettings {
  program: string;
  dataDir: string;
  ingestPort: number;
  adminPort: number;
  remoteToken: string;
  /** Further variables for the server alone. */
  env?: Readonly<Record<string, string>>;
}

/** How long a first start may take, preparation of the database included. */
const patience = 60_000;

/** Starts `seamark serve` and resolves when it can store. Throws with the server's own last words when it cannot. */
export async function startSeamarkServer(settings: SeamarkServerSettings): Promise<SeamarkServer> {
  const lastWords: string[] = [];
  const child = startChild({
    command: process.execPath,
    args: [settings.program, 'serve'],
    env: {
      ...process.env,
      ...settings.env,
      SEAMARK_DATA_DIR: settings.dataDir,
      SEAMARK_INGEST_ADDR: `127.0.0.1:${settings.ingestPort}`,
      SEAMARK_ADMIN_ADDR: `127.0.0.1:${settings.adminPort}`,
      SEAMARK_REMOTE_TOKEN: settings.remoteToken,
    },
    logFile: join(settings.dataDir, 'logs', 'server.log'),
    onLine: (line) => {
      lastWords.push(line);
      lastWords.splice(0, lastWords.length - 20);
    },
  });
  const ingestUrl = `http://127.0.0.1:${settings.ingestPort}`;
  await ready(`${ingestUrl}/readyz`, child, lastWords);
  const given = settings.env?.SEAMARK_ADMIN_TOKEN ?? process.env.SEAMARK_ADMIN_TOKEN;
  const token = given ?? readFileSync(join(settings.dataDir, 'admin-token'), 'utf8').trim();
  return { ...child, ingestUrl, admin: new AdminClient(`http://127.0.0.1:${settings.adminPort}`, token) };
}

async function ready(url: string, child: Child, lastWords: readonly string[]): Promise<void> {
  let exit: number | undefined;
  void child.ended.then((code) => (exit = code));
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (exit !== undefined) {
      throw new Error(`The server did not start:\n${lastWords.join('\n')}`);
    }
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await child.stop();
  throw new Error(`The server was not ready within ${patience / 1000} s:\n${lastWords.join('\n')}`);
}
