import type { Frame } from '../../../src/contract/query/Frame';
import type { Query } from '../../../src/contract/query/Query';

/** Epoch milliseconds, `from` inclusive, `to` exclusive. */
export interface TimeRange {
  from: number;
  to: number;
}

/** Whose rows may be read, and whether fields that point at a person may be named. */
export interface Asker {
  orgId: number;
  seesPersonal: boolean;
}

export interface QueryContext {
  who: Asker;
  range: TimeRange;
  intervalMs: number;
  maxDataPoints: number;
  /** Aborted when the caller gave up: the statement is cancelled in the database. */
  signal?: AbortSignal;
}

/** A query that cannot be answered as asked; the message names the field or option and what is allowed. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly status: 400 | 503 | 504;

  constructor(message: string, status: 400 | 503 | 504 = 400, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Answers one query of the datasource. Throws QueryError. */
export interface QueryRunner {
  run(query: Query, context: QueryContext): Promise<Frame[]>;
}
