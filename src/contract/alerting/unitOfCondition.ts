import type { AlertRule } from '../entities/AlertRule';
import type { ComparedTrendCondition, PatternCondition, ThresholdCondition } from './conditions';
import { unitOfQuery, type MeasuredUnit } from './MeasuredUnit';

/** The unit of the value that a condition holds against its limit; undefined where only the data knows it. */
export function unitOfCondition({
  condition_type,
  condition_config,
}: Pick<AlertRule, 'condition_type' | 'condition_config'>): MeasuredUnit | undefined {
  switch (condition_type) {
    case 'threshold':
      return ofQuery(condition_config as Partial<ThresholdCondition>);
    case 'trend':
      // A steady trend's value is its slope, in percent of the median.
      return 'direction' in condition_config || condition_config.change === 'percent'
        ? 'percent'
        : ofQuery(condition_config as Partial<ComparedTrendCondition>);
    case 'pattern':
      return ofPattern(condition_config.kind as PatternCondition['kind']);
  }
}

function ofQuery({ query }: Partial<Pick<ThresholdCondition, 'query'>>): MeasuredUnit | undefined {
  return query && unitOfQuery(query);
}

function ofPattern(kind: PatternCondition['kind']): MeasuredUnit | undefined {
  switch (kind) {
    case 'rate':
      return 'per minute';
    case 'certificate':
      return 'days';
    default:
      return 'count';
  }
}
