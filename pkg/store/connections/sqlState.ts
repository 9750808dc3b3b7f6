import { DatabaseError } from 'pg';

/** The five characters by which PostgreSQL names an error; undefined for errors that are not the server's. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** 42501: permission denied, must be owner, and the like. */
export function isMissingPrivilege(error: unknown): boolean {
  return sqlState(error) === '42501';
}

/** 55P03: `lock_timeout` or NOWAIT. */
export function isLockTimeout(error: unknown): boolean {
  return sqlState(error) === '55P03';
}
