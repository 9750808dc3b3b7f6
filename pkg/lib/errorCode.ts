/**
 * Code of a system error (`ENOENT`, `ECONNREFUSED`, …) or of PostgreSQL's; undefined for anything else. Not by
 * `instanceof`: errors of Node's own modules come from another realm in some surroundings.
 */
export function errorCode(cause: unknown): string | undefined {
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
}
