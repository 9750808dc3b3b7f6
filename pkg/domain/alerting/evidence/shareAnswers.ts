import type { Answer } from '../evaluation/Ask';
import type { Evidence } from './Evidence';

/**
 * The same evidence for rules that are evaluated at the same instant: what one has asked the next one need not. Rules made
 * of one preset for several limits, or copied for several teams, ask the same.
 */
export function shareAnswers(evidence: Evidence): Evidence {
  const answers = new Map<string, Promise<ReadonlyMap<string, Answer>>>();
  return {
    ...evidence,
    values: (query, window) => {
      const key = JSON.stringify([query, window]);
      const known = answers.get(key) ?? evidence.values(query, window);
      answers.set(key, known);
      return known;
    },
  };
}
