import type { JsonFrame } from '../contract/query/QueryResponse';
import type { Query } from '../contract/query/Query';
import { callRoute } from './callRoute';

/** A row of an answer: values by the names of its fields. */
export type AnsweredRow = Readonly<Record<string, unknown>>;

/** What became of one query: its rows, or why it has none. */
export type Answered = { rows: AnsweredRow[] } | { problem: string };

/**
 * Asks some queries over one range, outside of any panel. Each is answered or refused by itself; rejects with an
 * `ApiError` where none is.
 */
export async function askQueries<K extends string>(
  datasourceUid: string,
  range: { from: string; to: string },
  queries: ReadonlyArray<Query & { refId: K }>
): Promise<Record<K, Answered>> {
  const { results } = await callRoute(datasourceUid, 'query', { body: { ...range, queries: [...queries] } });
  const answers = queries.map(({ refId }) => {
    const result = results[refId];
    const answered: Answered =
      result === undefined || result.error !== undefined
        ? { problem: result?.error ?? 'There was no answer.' }
        : { rows: result.frames.flatMap(rowsOf) };
    return [refId, answered] as const;
  });
  // Every name is one of the queries'.
  return Object.fromEntries(answers) as Record<K, Answered>;
}

/** The columns of a frame, turned into rows. */
function rowsOf({ schema, data }: JsonFrame): AnsweredRow[] {
  const [first = []] = data.values;
  return first.map((_, row) =>
    Object.fromEntries(schema.fields.map(({ name }, column) => [name, data.values[column]?.[row]]))
  );
}
