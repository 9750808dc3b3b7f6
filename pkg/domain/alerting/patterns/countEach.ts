import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { Verdict } from '../conditions/Reading';
import type { Verdicts } from '../evaluation/RuleMemory';
import type { Window } from '../evaluation/windowsOf';
import type { Evidence } from '../evidence/Evidence';

/** Judges the number of rows of each group in a window; `missing`: what is said of a group without any. */
export async function countEach(
  evidence: Evidence,
  query: ConditionQuery,
  window: Window,
  judge: (count: number) => Verdict,
  missing: Verdict
): Promise<Verdicts> {
  const counts = await evidence.values(countOf(query), window);
  const found = [...counts].map(([key, { labels, value }]) => [key, { labels, verdict: judge(value ?? 0) }] as const);
  return { found: new Map(found), missing };
}

/** The same rows, counted. */
export function countOf(query: ConditionQuery): ConditionQuery {
  return { ...query, calculation: 'count' };
}
