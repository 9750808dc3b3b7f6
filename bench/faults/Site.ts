import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningOwnerUrl } from '../../pkg/store/embedded/runningOwnerUrl';
import { AdminClient } from '../../scripts/start/AdminClient';
import { freePort } from '../../scripts/start/freePort';
import { startSeamarkServer, type SeamarkServer } from '../../scripts/start/seamarkServer';
import { serverProgram } from '../../scripts/start/serverProgram';

export interface Keys {
  browser: string;
  server: string;
}

/** A server with a database of its own, to which faults happen, and further servers on the same database. */
export class Site {
  readonly #program: string;
  readonly #dataDir: string;
  readonly #ports: { ingest: number; admin: number };
  server: SeamarkServer;

  private constructor(
    program: string,
    dataDir: string,
    ports: { ingest: number; admin: number },
    server: SeamarkServer
  ) {
    this.#program = program;
    this.#dataDir = dataDir;
    this.#ports = ports;
    this.server = server;
  }

  static async open(): Promise<Site> {
    const program = await serverProgram();
    const dataDir = directory();
    const ports = { ingest: await freePort(), admin: await freePort() };
    return new Site(program, dataDir, ports, await start(program, dataDir, ports));
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }

  /** After the server ended: starts it again on the same directory and ports. */
  async restart(): Promise<void> {
    await this.server.ended;
    this.server = await start(this.#program, this.#dataDir, this.#ports);
  }

  /** Another server on the same database. */
  async second(): Promise<SeamarkServer & { dispose(): Promise<void> }> {
    const dataDir = directory();
    const url = await runningOwnerUrl(this.#dataDir);
    const secret = (name: string): string => readFileSync(join(this.#dataDir, name), 'utf8').trim();
    const server = await start(
      this.#program,
      dataDir,
      { ingest: await freePort(), admin: await freePort() },
      {
        SEAMARK_DATABASE_URL: url ?? '',
        SEAMARK_ENCRYPTION_KEY: secret('encryption-key'),
        SEAMARK_ADMIN_TOKEN: secret('admin-token'),
      }
    );
    const dispose = async (): Promise<void> => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { ...server, dispose };
  }

  /** A new app that no rate limit holds back. */
  async createApp(name: string): Promise<Keys> {
    const admin = this.admin();
    const app = await admin.createApp({ name, allowed_origins: ['*'], consent_mode: 'off', rate_limit: null });
    return { browser: app.keys[0]?.key ?? '', server: (await admin.createKey(app.id, 'server')).key };
  }

  admin(): AdminClient {
    return new AdminClient(this.server.admin.url, readFileSync(join(this.#dataDir, 'admin-token'), 'utf8').trim());
  }

  async close(): Promise<void> {
    await this.server.stop(20_000);
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

function directory(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'seamark-faults-'));
  chmodSync(dataDir, 0o711);
  return dataDir;
}

async function start(
  program: string,
  dataDir: string,
  ports: { ingest: number; admin: number },
  settings: Readonly<Record<string, string>> = {}
): Promise<SeamarkServer> {
  const before = { ...process.env };
  Object.assign(process.env, settings);
  try {
    return await startSeamarkServer({
      program,
      dataDir,
      ingestPort: ports.ingest,
      adminPort: ports.admin,
      remoteToken: 'fault-test-remote-token',
    });
  } finally {
    Object.keys(settings).forEach((name) => {
      delete process.env[name];
    });
    Object.assign(process.env, before);
  }
}
