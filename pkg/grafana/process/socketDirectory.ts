import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OperatorError } from '../../lib/OperatorError';

/** A Unix socket's path holds at most 107 bytes on Linux and 103 on macOS. */
const longestPath = 103;

export interface SocketDirectory {
  socketPath: string;
  remove(): void;
}

/**
 * A fresh directory that only this user may enter, for a socket that therefore only this user may connect to: whoever
 * can, may claim any role. `preferred` comes first; then places that are writable even where the temporary one is not.
 */
export function socketDirectory(preferred: string | undefined): SocketDirectory {
  const places = [preferred, tmpdir(), '/tmp', '/dev/shm', '/var/tmp', '/run'].filter((place) => place !== undefined);
  const reasons: string[] = [];
  for (const place of new Set(places)) {
    if (Buffer.byteLength(path.join(place, 'seamark-XXXXXX', 's')) > longestPath) {
      reasons.push(`${place}: too long`);
      continue;
    }
    try {
      const directory = mkdtempSync(path.join(place, 'seamark-'));
      chmodSync(directory, 0o700);
      return {
        socketPath: path.join(directory, 's'),
        remove: () => rmSync(directory, { recursive: true, force: true }),
      };
    } catch (cause) {
      reasons.push(cause instanceof Error ? cause.message : String(cause));
    }
  }
  throw new OperatorError(
    `No directory for the plugin's socket can be made (${reasons.join('; ')}). Set TMPDIR to one that Grafana may write to.`
  );
}
