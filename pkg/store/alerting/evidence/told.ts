import { QueryProblem } from '../../../domain/alerting/evaluation/Ask';
import { QueryError } from '../../../domain/query/QueryRunner';

/** What a person can be told of a failed query, as the domain of alerts says it. */
export async function told<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof QueryError
      ? new QueryProblem(error.message, { cause: error, isLasting: error.status === 400 })
      : error;
  }
}

/** A signal that is aborted with another one, and after a time. */
export function patience(milliseconds: number, signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}
