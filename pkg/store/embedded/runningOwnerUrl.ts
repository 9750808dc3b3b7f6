import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layout } from './layout';
import { ownerUrl } from './ownerUrl';
import { readPostmasterFile } from './postmasterFile';
import { socketState } from './socketState';

/** Address of the embedded database of a data directory that a server runs right now; undefined where none does. */
export async function runningOwnerUrl(dataDir: string): Promise<string | undefined> {
  const running = await readPostmasterFile(layout(dataDir).cluster);
  const sockets = running?.socketDirectory;
  if (sockets === undefined || running?.status !== 'ready') {
    return undefined;
  }
  if ((await socketState(join(sockets, '.s.PGSQL.5432'))) !== 'alive') {
    return undefined;
  }
  try {
    return ownerUrl((await readFile(join(dataDir, 'database-password'), 'utf8')).trim(), sockets);
  } catch {
    return undefined;
  }
}
