import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { paths } from '../build/paths';
import type { AdminClient } from './AdminClient';
import { freePort } from './freePort';
import { startSeamarkServer, type SeamarkServer, type SeamarkServerSettings } from './seamarkServer';
import { serverProgram } from './serverProgram';

export interface ScratchOptions {
  /** Variables for the server beside its directory and addresses. */
  env?: Readonly<Record<string, string>>;
  /** A directory of the caller's own, who also takes it away; without it there is one that goes with the server. */
  dataDir?: string;
}

/** A server on free ports with a database that goes with it: for runs that must disturb nobody. */
export class ScratchServer {
  readonly dataDir: string;
  readonly #settings: SeamarkServerSettings;
  readonly #borrowed: boolean;
  #running: SeamarkServer;

  private constructor(settings: SeamarkServerSettings, borrowed: boolean, running: SeamarkServer) {
    this.dataDir = settings.dataDir;
    this.#settings = settings;
    this.#borrowed = borrowed;
    this.#running = running;
  }

  /** Resolves when the server can store. Throws with its own last words when it cannot. */
  static async open({ env = {}, dataDir }: ScratchOptions = {}): Promise<ScratchServer> {
    const settings = {
      program: await programOfItsOwn(),
      dataDir: dataDir ?? mkdtempSync(join(tmpdir(), 'seamark-scratch-')),
      ingestPort: await freePort(),
      adminPort: await freePort(),
      remoteToken: 'scratch-remote-token-0123456789',
      env,
    };
    // PostgreSQL runs under another user than root's server, and has to get in.
    chmodSync(settings.dataDir, 0o711);
    return new ScratchServer(settings, dataDir !== undefined, await startSeamarkServer(settings));
  }

  get ingestUrl(): string {
    return this.#running.ingestUrl;
  }

  get admin(): AdminClient {
    return this.#running.admin;
  }

  /** 0 when it never started. */
  get pid(): number {
    return this.#running.pid ?? 0;
  }

  /** The exit code of the process that runs now. */
  get ended(): Promise<number> {
    return this.#running.ended;
  }

  /** After the process ended: starts it again on the same directory and ports. */
  async restart(): Promise<void> {
    await this.#running.ended;
    this.#running = await startSeamarkServer(this.#settings);
  }

  /** Ends the server and takes its directory away. */
  async close(graceMs = 20_000): Promise<void> {
    await this.#running.stop(graceMs);
    rmSync(dirname(this.#settings.program), { recursive: true, force: true });
    if (!this.#borrowed) {
      rmSync(this.dataDir, { recursive: true, force: true });
    }
  }
}

/** A copy, so that a build meanwhile does not change what a long run starts again; where it finds PostgreSQL's package. */
async function programOfItsOwn(): Promise<string> {
  const built = await serverProgram();
  mkdirSync(paths.cache, { recursive: true });
  const program = join(mkdtempSync(join(paths.cache, 'scratch-')), 'seamark.cjs');
  copyFileSync(built, program);
  return program;
}
