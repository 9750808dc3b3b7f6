import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import { findVerdicts } from '../evaluation/findVerdicts';
import type { Window } from '../evaluation/windowsOf';
import { emptyEvidence } from '../evidence/emptyEvidence';
import type { Evidence } from '../evidence/Evidence';
import type { Condition } from '../rules/Condition';
import type { Cut } from './EvidenceHistory';
import type { Steps } from './stepsOf';

/** What the evaluations of a condition ask of queries, and how time must be cut to answer each from whole pieces. */
export interface PastWindows {
  queries: readonly ConditionQuery[];
  cut: Cut;
  /** When the first window ends. Epoch milliseconds. */
  firstEnd: number;
  /** Windows end every so many milliseconds after that. */
  strideMs: number;
}

/** Finds out by evaluating once, with nothing stored, what a condition asks at the first step. */
export async function pastWindowsOf(condition: Condition, steps: Steps): Promise<PastWindows> {
  const asked: Array<{ query: ConditionQuery; window: Window }> = [];
  await findVerdicts(condition, steps.first, recorder(asked));
  const windows = asked.map(({ window }) => window);
  const ends = windows.length === 0 ? [steps.first] : windows.map(({ to }) => to);
  const firstEnd = Math.min(...ends);
  const from = Math.min(firstEnd - steps.stepMs, ...windows.map((window) => window.from));
  const to = Math.max(...ends) + (steps.count - 1) * steps.stepMs;
  const strideMs = ends.reduce((divisor, end) => commonDivisor(divisor, end - firstEnd), steps.stepMs);
  const widthMs = windows.reduce(
    (divisor, window) => commonDivisor(divisor, window.from - from),
    commonDivisor(strideMs, firstEnd - from)
  );
  const queries = new Map(asked.map(({ query }) => [JSON.stringify(query), query]));
  return {
    queries: [...queries.values()],
    cut: { from, to, widthMs },
    firstEnd,
    strideMs,
  };
}

/** Evidence of nothing that notes which windows queries are asked for. */
function recorder(asked: Array<{ query: ConditionQuery; window: Window }>): Evidence {
  return emptyEvidence({
    values: async (query, window) => {
      asked.push({ query, window });
      return new Map();
    },
  });
}

function commonDivisor(one: number, other: number): number {
  let [a, b] = [Math.abs(one), Math.abs(other)];
  while (b > 0) {
    [a, b] = [b, a % b];
  }
  return a;
}
