import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/start/freePort';

/** A data directory of its own and ports that are free, as settings of the plugin. */
export async function freshSettings(): Promise<{ data_dir: string; ingest_addr: string; admin_addr: string }> {
  const place = mkdtempSync(path.join(tmpdir(), 'seamark-protocol-'));
  // Where root runs the tests, PostgreSQL runs as somebody else, who must be able to pass.
  chmodSync(place, 0o755);
  return {
    data_dir: path.join(place, 'data'),
    ingest_addr: `127.0.0.1:${await freePort()}`,
    admin_addr: `127.0.0.1:${await freePort()}`,
  };
}

/** Removes what `freshSettings` made, given its data directory. */
export function removeDirectory(dataDir: string): void {
  rmSync(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
