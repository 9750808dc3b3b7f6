import type { Window } from '../evaluation/windowsOf';

/** Evaluations at regular instants. Epoch milliseconds, and how many. */
export interface Steps {
  first: number;
  stepMs: number;
  count: number;
}

/**
 * The evaluations of a rule in a range, the last one at its end or just before: as often as the rule says, or every
 * second, third, … of them where those would be more than `most`.
 */
export function stepsOf({ from, to }: Window, intervalMs: number, most: number): Steps {
  const stepMs = intervalMs * Math.max(1, Math.ceil((to - from) / intervalMs / most));
  const count = Math.max(1, Math.floor((to - from) / stepMs));
  return { first: from + stepMs, stepMs, count };
}

/** Every second, third, … of some evaluations, the last one among them, so that they are no more than `most`. */
export function thinned({ first, stepMs, count }: Steps, most: number): Steps {
  const each = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return {
    first: first + ((count - 1) % each) * stepMs,
    stepMs: stepMs * each,
    count: Math.floor((count - 1) / each) + 1,
  };
}
