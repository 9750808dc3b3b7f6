import { problemOf } from './problemOf';

/** What a person can put right about an error; undefined where it is none of theirs. */
export function explainProblem(error: unknown): string | undefined {
  const { status, message } = problemOf(error);
  return status < 500 ? message : undefined;
}
