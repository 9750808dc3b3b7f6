import { rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { LockHolder } from './LockHolder';
import type { SocketFolder } from './SocketFolder';

/** A listening socket that tells who listens. */
export class LockSocket {
  readonly #server: Server;
  readonly #path: string;

  private constructor(server: Server, path: string) {
    this.#server = server;
    this.#path = path;
  }

  /**
   * Listens first and takes its name second: between bind(2) and listen(2) a socket refuses connections, and others
   * would take it for dead.
   */
  static async show(sockets: SocketFolder, name: string, holder: LockHolder): Promise<LockSocket> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(`${JSON.stringify(holder)}\n`);
    });
    const draft = `${name}.new`;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(sockets.pathOf(draft), resolve);
    });
    const path = join(sockets.folder, name);
    await rename(join(sockets.folder, draft), path);
    return new LockSocket(server, path);
  }

  async close(): Promise<void> {
    await rm(this.#path, { force: true });
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
