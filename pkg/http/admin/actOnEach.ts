import type { Problem } from '../../../src/contract/problem';
import type { Logger } from '../../lib/Logger';
import { HttpProblem } from '../errors/HttpProblem';
import { problemOf } from '../errors/problemOf';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One thing of a request that names many. */
export interface NamedItem {
  id: string;
  expected_version?: number;
}

/** What became of it. */
export type ItemOutcome<T> = { id: string; status: 200; done: T } | ({ id: string; status: number } & Problem);

/**
 * Acts on one thing after the other, each in a transaction of its own: what is wrong with one of them never costs its
 * neighbours, and the answer names it. Once the store is away, the rest is not tried.
 * @param kind the word for one of them
 * @param act answers undefined where there is no such thing
 */
export async function actOnEach<T>(
  items: readonly NamedItem[],
  kind: string,
  act: (item: NamedItem) => Promise<T | undefined>,
  logger: Logger
): Promise<Array<ItemOutcome<T>>> {
  const outcomes: Array<ItemOutcome<T>> = [];
  const named = new Set<string>();
  let away: HttpProblem | undefined;
  for (const item of items) {
    const { id } = item;
    try {
      if (away !== undefined) {
        throw away;
      }
      if (named.has(id)) {
        throw new HttpProblem(400, 'bad_request', `This ${kind} is named twice: its first place counts`);
      }
      named.add(id);
      const done = uuid.test(id) ? await act(item) : undefined;
      if (done === undefined) {
        throw new HttpProblem(404, 'not_found', `There is no such ${kind} in this organisation`);
      }
      outcomes.push({ id, status: 200, done });
    } catch (error) {
      const problem = problemOf(error);
      away = problem.status === 503 ? problem : away;
      if (problem.status === 500) {
        logger.error(`A ${kind} could not be acted on`, error, { id });
      }
      outcomes.push({ id, status: problem.status, error: { code: problem.code, message: problem.message } });
    }
  }
  return outcomes;
}
