import { Pool } from 'pg';
import { second } from '../../lib/duration';
import type { Logger } from '../../lib/Logger';
import type { RoleKind } from '../roles/RoleKind';

export interface PoolOptions {
  role: RoleKind;
  /** URL with the role's login. */
  url: string;
  max: number;
  logger: Logger;
  /** How long a statement may take. A hung server does not answer even that it cancelled: the client waits 2 s more. */
  statementTimeoutMs: number;
  /** Connections that stay open however long nobody needs them. */
  min?: number;
}

/** Connections of one role. One that breaks, idle or in use, is replaced, never the end of the process. */
export function createPool({ role, url, max, min = 0, logger, statementTimeoutMs }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    min,
    application_name: `seamark ${role}`,
    connectionTimeoutMillis: 5 * second,
    idleTimeoutMillis: 30 * second,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 2 * second,
    keepAlive: true,
  });
  pool.on('error', (error) => logger.warn('idle connection broke', { role, reason: error.message }));
  // The pool listens to idle ones only; of one in use, the statement under way tells who waits for it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
