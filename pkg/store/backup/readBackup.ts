import { createReadStream } from 'node:fs';
import { extract } from 'tar-stream';
import { errorCode } from '../../lib/errorCode';
import { OperatorError } from '../../lib/OperatorError';

export interface BackupEntry {
  readonly name: string;
  readonly content: Buffer;
}

/** Far above any entry we write: what is larger is not a backup of ours, and must not fill the memory. */
const largestEntry = 256 * 1024 * 1024;

/** The entries of a backup one after another. Throws OperatorError where the file cannot be read or is no tar file. */
export async function* readBackup(file: string): AsyncGenerator<BackupEntry> {
  const tar = extract();
  const source = createReadStream(file);
  source.on('error', (cause) => tar.destroy(cause));
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      if ((entry.header.size ?? 0) > largestEntry) {
        throw new OperatorError(`${file} is not a backup of Seamark`);
      }
      const parts: Buffer[] = [];
      for await (const part of entry) {
        parts.push(part as Buffer);
      }
      yield { name: entry.header.name, content: Buffer.concat(parts) };
    }
  } catch (cause) {
    throw cause instanceof OperatorError ? cause : unreadable(file, cause);
  } finally {
    source.destroy();
  }
}

function unreadable(file: string, cause: unknown): OperatorError {
  const code = errorCode(cause);
  return new OperatorError(
    code === undefined ? `${file} is damaged, or no backup of Seamark` : `${file} cannot be read (${code})`,
    { cause }
  );
}
