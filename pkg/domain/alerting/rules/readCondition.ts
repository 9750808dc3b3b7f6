import type { Static, TSchema } from 'typebox';
import {
  ComparedTrendCondition,
  ExternalCondition,
  PatternCondition,
  SteadyTrendCondition,
  ThresholdCondition,
} from '../../../../src/contract/alerting/conditions';
import type { AlertRule } from '../../../../src/contract/entities/AlertRule';
import type { Condition } from './Condition';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { RuleProblem } from './RuleProblem';

const reader = <S extends TSchema>(schema: S): ((config: unknown) => Static<S>) =>
  shapeReader(schema, 'condition_config', (field, complaint) => new RuleProblem(field, complaint));

const readThreshold = reader(ThresholdCondition);
const readCompared = reader(ComparedTrendCondition);
const readSteady = reader(SteadyTrendCondition);
const readExternal = reader(ExternalCondition);
const patterns = new Map(PatternCondition.anyOf.map((schema) => [schema.properties.kind.const, reader(schema)]));

/** The condition of a rule, or a RuleProblem that names the part of `condition_config` that is wrong. */
export function readCondition(type: AlertRule['condition_type'], config: Readonly<Record<string, unknown>>): Condition {
  switch (type) {
    case 'threshold':
      return { type, config: readThreshold(config) };
    case 'trend':
      return 'direction' in config
        ? { type: 'steady trend', config: readSteady(config) }
        : { type: 'compared trend', config: readCompared(config) };
    case 'pattern': {
      if (config.kind === 'external') {
        return { type: 'external', config: readExternal(config) };
      }
      const read = [...patterns].find(([kind]) => kind === config.kind)?.[1];
      if (read === undefined) {
        throw new RuleProblem('condition_config.kind', `must be one of ${[...patterns.keys()].join(', ')}`);
      }
      return { type, config: read(config) };
    }
  }
}
