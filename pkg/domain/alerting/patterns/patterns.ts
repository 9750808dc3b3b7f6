import type { PatternCondition } from '../../../../src/contract/alerting/conditions';
import type { Verdicts } from '../evaluation/RuleMemory';
import type { Evidence } from '../evidence/Evidence';
import { absencePattern } from './absencePattern';
import { certificatePattern } from './certificatePattern';
import { healthPattern } from './healthPattern';
import { messagePattern } from './messagePattern';
import { newGroupPattern } from './newGroupPattern';
import type { Pattern, PatternKind } from './Pattern';
import { ratePattern } from './ratePattern';
import { regressedPattern } from './regressedPattern';
import { sequencePattern } from './sequencePattern';
import { spreadPattern } from './spreadPattern';

const patterns: { readonly [K in PatternKind]: Pattern<K> } = {
  message: messagePattern,
  new_group: newGroupPattern,
  regressed: regressedPattern,
  spread: spreadPattern,
  sequence: sequencePattern,
  rate: ratePattern,
  absence: absencePattern,
  health: healthPattern,
  certificate: certificatePattern,
};

/** What a pattern says at `at` about every label set that the data knows. Throws QueryProblem. */
export function findPattern(config: PatternCondition, at: number, evidence: Evidence): Promise<Verdicts> {
  return patternOf(config).find(config, at, evidence);
}

/** The labels by which a pattern tells its instances apart. */
export function labelNamesOfPattern(config: PatternCondition): readonly string[] {
  return patternOf(config).labelNames(config);
}

function patternOf<C extends PatternCondition>({ kind }: C): Pattern<C['kind']> {
  return patterns[kind] as unknown as Pattern<C['kind']>;
}
