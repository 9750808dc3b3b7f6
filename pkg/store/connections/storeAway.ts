import { isNativeError } from 'node:util/types';
import { DatabaseError } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';

/**
 * SQLSTATE classes that say nothing about the statement, only that the server cannot serve now: connection (08),
 * resources (53), intervention (57, with shutdown, start-up and timeouts), system (58); 25006 is a standby.
 */
const awayClasses = new Set(['08', '53', '57', '58']);
const readOnlyServer = '25006';

/** What the operating system says of a socket without a server behind it. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** What the driver says, in words only. */
const awayWords = /connection terminated|timeout|not queryable|connection error|connection ended|client was closed/i;

/** Whether the database could not be asked, as opposed to having refused what it was asked. */
export function isAway(error: unknown): boolean {
  if (error instanceof StoreAway) {
    return true;
  }
  if (error instanceof DatabaseError) {
    return awayClasses.has((error.code ?? '').slice(0, 2)) || error.code === readOnlyServer;
  }
  // Not `instanceof`: errors of sockets may come from another realm.
  if (!isNativeError(error)) {
    return false;
  }
  if ('errors' in error && Array.isArray(error.errors)) {
    return error.errors.some(isAway);
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return awayCodes.has(code) || awayWords.test(error.message);
}

/** The error to throw on: StoreAway where the database could not be asked, else the error itself. */
export function asStoreAway(error: unknown): unknown {
  return isAway(error) && !(error instanceof StoreAway)
    ? new StoreAway('The database is away', 2, { cause: error })
    : error;
}
