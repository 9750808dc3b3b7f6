import type { PatternCondition } from '../../../../src/contract/alerting/conditions';
import type { Evidence } from '../evidence/Evidence';
import type { Verdicts } from '../evaluation/RuleMemory';

export type PatternKind = PatternCondition['kind'];
export type PatternOf<K extends PatternKind> = Extract<PatternCondition, { kind: K }>;

/** One kind of pattern: what it asks of the data, and what it makes of the answer. */
export interface Pattern<K extends PatternKind> {
  /** The labels by which it tells its instances apart. */
  labelNames(config: PatternOf<K>): readonly string[];
  /** What it says at `at` (epoch milliseconds) about every label set that the data knows. */
  find(config: PatternOf<K>, at: number, evidence: Evidence): Promise<Verdicts>;
}
