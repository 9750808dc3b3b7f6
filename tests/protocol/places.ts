import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A data directory of its own and ports that are free, as settings of the plugin. */
export async function freshSettings(): Promise<{ data_dir: string; ingest_addr: string; admin_addr: string }> {
  const [ingest, admin] = await freePorts(2);
  const place = mkdtempSync(path.join(tmpdir(), 'seamark-protocol-'));
  // Where root runs the tests, PostgreSQL runs as somebody else, who must be able to pass.
  chmodSync(place, 0o755);
  return {
    data_dir: path.join(place, 'data'),
    ingest_addr: `127.0.0.1:${ingest}`,
    admin_addr: `127.0.0.1:${admin}`,
  };
}

/** Removes what `freshSettings` made, given its data directory. */
export function removeDirectory(dataDir: string): void {
  rmSync(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Ports that nobody listens on at this moment. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ports.push((server.address() as AddressInfo).port);
  }
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
