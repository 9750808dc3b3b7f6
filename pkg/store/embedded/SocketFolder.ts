import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../../lib/OperatorError';
import { socketState } from './socketState';

/** Bytes that fit into `sun_path` with its final zero: 108 on Linux, 104 on macOS. */
export const longestSocketPath = process.platform === 'linux' ? 107 : 103;

/** A folder of Unix sockets, of any length: on Linux a long path is shortened by going through the open folder. */
export class SocketFolder {
  readonly folder: string;
  readonly #handle: FileHandle;

  private constructor(folder: string, handle: FileHandle) {
    this.folder = folder;
    this.#handle = handle;
  }

  static async open(folder: string): Promise<SocketFolder> {
    return new SocketFolder(folder, await open(folder, 'r'));
  }

  /** A path that fits into a socket address. Valid while the folder is open, in this process only. */
  pathOf(name: string): string {
    const direct = join(this.folder, name);
    if (Buffer.byteLength(direct) <= longestSocketPath) {
      return direct;
    }
    if (process.platform !== 'linux') {
      throw new OperatorError(
        `The path ${this.folder} is too long for a Unix socket here: set SEAMARK_DATA_DIR to a shorter one`
      );
    }
    return `/proc/self/fd/${this.#handle.fd}/${name}`;
  }

  /** Whether somebody listens there. A socket whose process has ended is removed on the way. */
  async isAlive(name: string): Promise<boolean> {
    const state = await socketState(this.pathOf(name));
    if (state === 'dead') {
      await rm(join(this.folder, name), { force: true });
    }
    return state === 'alive';
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}
