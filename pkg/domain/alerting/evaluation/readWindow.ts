import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { Reading } from '../conditions/Reading';
import type { Answer, Ask } from './Ask';
import type { Window } from './windowsOf';

/** What a window says about every label set that has something in it. */
export interface Readings {
  /** By the key of their labels. */
  answers: ReadonlyMap<string, Answer>;
  /** Of the label set with this key; undefined where it has nothing in the window. */
  of(key: string): Reading | undefined;
}

/** Of these nothing is a number too: where no row is, there were none. */
const counting: ReadonlyArray<ConditionQuery['calculation']> = ['count', 'rate', 'uniques_users', 'uniques_sessions'];

/** The reading of a label set without rows. */
export function readingOfNothing({ calculation }: ConditionQuery): Reading {
  return { value: counting.includes(calculation) ? 0 : null, samples: 0 };
}

/** Reads the values of a window, and how many rows they were made of where the condition asks for more than one. */
export async function readWindow(
  ask: Ask,
  query: ConditionQuery,
  window: Window,
  minSamples: number | undefined
): Promise<Readings> {
  const values = await ask(query, window);
  const counts =
    minSamples === undefined || minSamples <= 1 || query.calculation === 'count'
      ? undefined
      : await ask({ ...query, calculation: 'count' }, window);
  const samplesOf = (key: string, value: number | null): number =>
    query.calculation === 'count' ? (value ?? 0) : (counts?.get(key)?.value ?? minSamples ?? 0);
  return {
    answers: values,
    of: (key) => {
      const answer = values.get(key);
      return answer && { value: answer.value, samples: samplesOf(key, answer.value) };
    },
  };
}
