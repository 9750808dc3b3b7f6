import type {
  ComparedTrendCondition,
  ExternalCondition,
  PatternCondition,
  SteadyTrendCondition,
  ThresholdCondition,
} from '../../../../src/contract/alerting/conditions';

/** A rule's condition, told apart by `type`. */
export type Condition =
  | { type: 'threshold'; config: ThresholdCondition }
  | { type: 'compared trend'; config: ComparedTrendCondition }
  | { type: 'steady trend'; config: SteadyTrendCondition }
  | { type: 'pattern'; config: PatternCondition }
  | { type: 'external'; config: ExternalCondition };
