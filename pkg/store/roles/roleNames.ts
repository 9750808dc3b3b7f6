import { createHash } from 'node:crypto';
import type { RoleNames } from './RoleKind';

/** PostgreSQL cuts longer identifiers silently, and two cut names could be the same. */
const longestIdentifier = 63;

/**
 * Names of the roles of a database. They carry its name because roles are global to a server: two Seamarks on one
 * server must not share logins. Names that would be cut end in a hash of the whole name instead.
 */
export function roleNames(database: string): RoleNames {
  return {
    ingest: roleName(database, 'ingest'),
    app: roleName(database, 'app'),
    query: roleName(database, 'query'),
    jobs: roleName(database, 'jobs'),
  };
}

function roleName(database: string, kind: string): string {
  const suffix = `_seamark_${kind}`;
  if (Buffer.byteLength(database) + suffix.length <= longestIdentifier) {
    return database + suffix;
  }
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 16);
  const room = longestIdentifier - suffix.length - digest.length - 1;
  const head = Buffer.from(database)
    .subarray(0, room)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
  return `${head}_${digest}${suffix}`;
}
