import type { Pool } from 'pg';
import { readSchema } from './migrations/schemaTable';
import { asStoreAway } from './connections/storeAway';

/** What a server offers beyond what Seamark needs, and what it says of itself. */
export interface Capabilities {
  /** As the server says it: `18.4`. */
  version: string;
  size_bytes: number;
  /** The last migration that it has had; 0 for an empty database. */
  schema: number;
  /** The extension is created, so tables can be distributed over nodes. */
  citus: boolean;
  /** The extension is created, so distinct sketches need not be our own. */
  hll: boolean;
}

interface CapabilityRow {
  version: string;
  size_bytes: string;
  extensions: string[];
}

/** Asks the server. Throws StoreAway. */
export async function readCapabilities(pool: Pool): Promise<Capabilities> {
  try {
    const { rows } = await pool.query<CapabilityRow>(
      `select current_setting('server_version') as version, pg_database_size(current_database()) as size_bytes,
        array(select extname::text from pg_extension) as extensions`
    );
    const schema = await readSchema(pool);
    const [row] = rows;
    return {
      version: row?.version ?? '',
      size_bytes: Number(row?.size_bytes ?? 0),
      schema,
      citus: row?.extensions.includes('citus') ?? false,
      hll: row?.extensions.includes('hll') ?? false,
    };
  } catch (error) {
    throw asStoreAway(error);
  }
}
