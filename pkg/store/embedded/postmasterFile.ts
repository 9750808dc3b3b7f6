import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running PostgreSQL says of itself in `postmaster.pid` of its data directory. */
export interface PostmasterFile {
  /** In the process namespace of whoever started it: elsewhere it means nothing. */
  readonly pid: number;
  readonly socketDirectory: string | undefined;
  readonly status: string;
}

/** Undefined: no file, or one that is being written. Lines by number as in PostgreSQL's `pidfile.h`. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  let text: string;
  try {
    text = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) {
    return undefined;
  }
  return { pid, socketDirectory: lines[4] || undefined, status: lines[7] ?? '' };
}
