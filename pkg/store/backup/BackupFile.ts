import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { errorCode } from '../../lib/errorCode';
import { OperatorError } from '../../lib/OperatorError';
import type { BackupPart } from './BackupManifest';

const compress = promisify(gzip);

/** A backup that is being written: beside its final name, for its owner alone, and moved there only when complete. */
export class BackupFile {
  readonly #path: string;
  readonly #draft: string;
  readonly #handle: FileHandle;
  readonly #pack: Pack = pack();
  readonly #written: Promise<void>;
  #bytes = 0;

  private constructor(path: string, draft: string, handle: FileHandle) {
    this.#path = path;
    this.#draft = draft;
    this.#handle = handle;
    this.#written = this.#drain();
    // Whoever adds an entry sees the failure; until then it is nobody's.
    this.#written.catch(() => undefined);
  }

  /** Throws OperatorError where the file exists or cannot be made. */
  static async create(path: string): Promise<BackupFile> {
    if (
      await access(path, constants.F_OK).then(
        () => true,
        () => false
      )
    ) {
      throw new OperatorError(`${path} exists already: name a new file`);
    }
    const draft = `${path}.partial`;
    try {
      return new BackupFile(path, draft, await open(draft, 'w', 0o600));
    } catch (cause) {
      throw new OperatorError(
        `${path} cannot be written (${errorCode(cause) ?? 'unknown reason'}): name a file in a folder that exists and that this user may write`,
        { cause }
      );
    }
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  addJson(entry: string, value: unknown): Promise<void> {
    return this.#add(entry, Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`));
  }

  async addCompressed(entry: string, content: Buffer): Promise<BackupPart> {
    const bytes = await compress(content);
    await this.#add(entry, bytes);
    return { entry, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Everything is on disk under the final name when it resolves. */
  async finish(): Promise<void> {
    this.#pack.finalize();
    await this.#written;
    await this.#handle.sync();
    await this.#handle.close();
    await rename(this.#draft, this.#path);
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => undefined);
    await this.#handle.close().catch(() => undefined);
    await rm(this.#draft, { force: true });
  }

  async #add(name: string, content: Buffer): Promise<void> {
    const added = new Promise<void>((resolve, reject) => {
      this.#pack.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
    });
    // A full disk ends the writing, and then the entry would never be taken.
    await Promise.race([added, this.#written]);
  }

  async #drain(): Promise<void> {
    try {
      for await (const chunk of this.#pack) {
        await this.#handle.writeFile(chunk as Buffer);
        this.#bytes += (chunk as Buffer).length;
      }
    } catch (cause) {
      throw errorCode(cause) === 'ENOSPC'
        ? new OperatorError(`The disk is full: ${this.#path} was not written`, { cause })
        : cause;
    }
  }
}
