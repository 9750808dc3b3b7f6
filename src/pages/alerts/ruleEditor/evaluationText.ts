import type { RuleEvaluation } from '../../../contract/resources/alertRules';

/** What came of an evaluation, in words. */
export function evaluationText({ error, label_sets: groups, firing, duration_ms }: RuleEvaluation): string {
  if (error !== null) {
    return error;
  }
  const took = `It took ${duration_ms.toLocaleString('en')} ms.`;
  if (groups === 0) {
    return `There was nothing to judge by yet. ${took}`;
  }
  const judged = groups === 1 ? 'One value was judged' : `${groups.toLocaleString('en')} groups were judged`;
  const beyond = firing === 0 ? 'none is' : firing === 1 ? 'one is' : `${firing.toLocaleString('en')} are`;
  return `${judged}, ${beyond} beyond the limit. ${took}`;
}
