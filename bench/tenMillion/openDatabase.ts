import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { systemClock } from '../../pkg/lib/Clock';
import { silentLogger } from '../../pkg/lib/Logger';
import { startEmbeddedPostgres } from '../../pkg/store/embedded/startEmbeddedPostgres';
import { migrate } from '../../pkg/store/migrations/migrate';
import type { RoleKind } from '../../pkg/store/roles/RoleKind';
import { roleLogins } from '../../pkg/store/roles/roleLogins';
import { roleUrl } from '../../pkg/store/connections/roleUrl';

/** A migrated embedded database with the product's own settings, and connections of its roles. */
export interface BenchDatabase {
  dataDir: string;
  pool(role: RoleKind, max: number): Pool;
  stop(): Promise<void>;
}

/** @param keep a data directory of an earlier run, or undefined for one that goes with the run */
export async function openDatabase(keep: string | undefined): Promise<BenchDatabase> {
  const dataDir = keep ?? mkdtempSync(join(tmpdir(), 'seamark-ten-million-'));
  chmodSync(dataDir, 0o711);
  const embedded = await startEmbeddedPostgres({ dataDir, uid: 65534, logger: silentLogger, clock: systemClock });
  const { roles, passwords } = roleLogins(embedded.ownerUrl, Buffer.alloc(32, 1));
  await migrate({
    ownerUrl: embedded.ownerUrl,
    roles,
    rolePasswords: passwords,
    logger: silentLogger,
    clock: systemClock,
  });
  const pools: Pool[] = [];
  return {
    dataDir,
    pool: (role, max) => {
      const pool = new Pool({ connectionString: roleUrl(embedded.ownerUrl, roles[role], passwords[role]), max });
      // A connection may still be open when its pool has ended, and hears that the server stops.
      pool.on('error', () => undefined);
      pools.push(pool);
      return pool;
    },
    stop: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await embedded.stop();
      if (keep === undefined) {
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  };
}
