import type { Window } from '../../../domain/alerting/evaluation/windowsOf';
import type { Sequence } from '../../../domain/alerting/evidence/Evidence';
import { planSelection } from '../../../domain/query/planSelection';
import type { Selection } from '../../../domain/query/QueryPlan';

/** Events A and B of a sequence, each as rows of a selection, with the patterns of their filters. */
export interface PlannedSequence {
  a: Selection;
  b: Selection;
  expectB: boolean;
  withinMs: number;
  patterns: readonly string[];
}

/** Plans which events end their sequence in a window: A so much earlier, and B from the first A on. Throws QueryError. */
export function planSequence({ a, b, expectB, withinMs }: Sequence, window: Window, orgId: number): PlannedSequence {
  const who = { orgId, seesPersonal: false };
  const { from, to } = window;
  const plan = (filters: Sequence['a'], range: Window): Selection =>
    planSelection({ refId: 'A', kind: 'events', filters: [...filters] }, 'events', {
      ...{ who, range, intervalMs: 1, maxDataPoints: 1 },
    });
  const planned = {
    a: plan(a, { from: from - withinMs, to: to - withinMs }),
    b: plan(b, { from: from - withinMs, to }),
  };
  const filters = [...planned.a.filters, ...planned.b.filters];
  const patterns = filters.flatMap(({ test }) => ('pattern' in test ? [test.pattern] : []));
  return { ...planned, expectB, withinMs, patterns };
}
