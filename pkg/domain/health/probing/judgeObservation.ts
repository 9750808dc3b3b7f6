import type { Assertion, AssertionOutcome } from '../../../../src/contract/health/assertions';
import { kindOf, type CheckKind } from '../../../../src/contract/health/kinds/kinds';
import type { ProbeOutcome } from '../status/CheckMemory';
import { holdAssertion } from '../assertions/holdAssertion';
import type { Observation } from './Observation';

export interface JudgedObservation {
  outcome: ProbeOutcome['outcome'];
  /** Why it failed, or what it warns of; null where it passed. */
  error: string | null;
  assertions: AssertionOutcome[];
}

/** What a probe came to: it failed by itself, by an assertion, or it passed, perhaps with a warning. */
export function judgeObservation(
  kind: CheckKind,
  observation: Observation,
  assertions: readonly Assertion[]
): JudgedObservation {
  if (observation.failure !== null) {
    return { outcome: 'failed', error: observation.failure, assertions: [] };
  }
  const { sources } = kindOf(kind);
  const outcomes = assertions.map((assertion) =>
    holdAssertion(assertion, observation.find, sources[assertion.source]?.isHidden ?? false)
  );
  const broken = outcomes.filter(({ holds }) => !holds);
  const failure = broken.find(({ assertion }) => assertion.level !== 'warning');
  const worst = failure ?? broken[0];
  return {
    outcome: failure !== undefined ? 'failed' : worst !== undefined ? 'warned' : 'passed',
    error: worst === undefined ? null : describe(worst),
    assertions: outcomes,
  };
}

const longestValue = 80;

/** `status is 503, expected = 200` */
function describe({ assertion, found }: AssertionOutcome): string {
  const { source, target, operator, value } = assertion;
  const what = target === undefined ? source.replaceAll('_', ' ') : `${source} ${target}`;
  const is = found === null ? '' : ` is ${found.slice(0, longestValue)},`;
  const expected = value === undefined ? operator : `${operator} ${String(value).slice(0, longestValue)}`;
  return `${what}${is} expected: ${expected}`;
}
