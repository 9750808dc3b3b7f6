import { DatabaseError } from 'pg';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { QueryError } from '../../domain/query/QueryRunner';
import { isAway } from '../connections/storeAway';
import { sqlState } from '../connections/sqlState';

/** SQLSTATEs whose class alone would not say whose fault it is. */
export const cancelled = '57014';
const invalidPattern = '2201B';
const outOfRange = '22003';

export const tooComplex = 'A regular expression of the query is too complex for PostgreSQL; write it more simply';

/**
 * An error of the database in the words of who asked: what they can change is a 400, what took too long a 504, a
 * database that is away a 503. Anything else is a defect and stays what it is.
 */
export function queryFailure(error: unknown, timeoutMs: number, aborted: boolean): unknown {
  const state = sqlState(error);
  if (error instanceof QueryError) {
    return error;
  }
  if (aborted) {
    return new QueryError('The query was given up by who asked', 504, { cause: error });
  }
  if (state === cancelled) {
    const seconds = Math.round(timeoutMs / 1000);
    return new QueryError(`The query took longer than ${seconds} s; choose a shorter time range, or filter more`, 504, {
      cause: error,
    });
  }
  if (error instanceof StoreAway || isAway(error)) {
    return new QueryError('The database is away; try again in a moment', 503, { cause: error });
  }
  if (!(error instanceof DatabaseError) || state === undefined) {
    return error;
  }
  if (state === invalidPattern) {
    return new QueryError(tooComplex, 400, { cause: error });
  }
  if (state === outOfRange) {
    return new QueryError('The numbers are too large to calculate with', 400, { cause: error });
  }
  // Classes 22, data that cannot be taken, and 54, limits of the server.
  return state.startsWith('22') || state.startsWith('54')
    ? new QueryError('A value of the query cannot be compared with what is stored', 400, { cause: error })
    : error;
}
