import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  ComparedTrendCondition,
  PatternCondition,
  SteadyTrendCondition,
  ThresholdCondition,
} from '../../../../src/contract/alerting/conditions';
import type { AlertRule } from '../../../../src/contract/entities/AlertRule';
import type { Condition } from './Condition';
import { RuleProblem } from './RuleProblem';

/** Reads a value of one schema, or says which part of it is wrong. */
function reader<S extends TSchema>(schema: S): (config: unknown) => Static<S> {
  const validator = Compile(schema);
  return (config) => {
    if (validator.Check(config)) {
      return config;
    }
    const [first] = validator.Errors(config);
    const place = ['condition_config', ...(first?.instancePath.split('/').slice(1) ?? [])];
    const { keyword, params } = first ?? {};
    if (keyword === 'required' && params && 'requiredProperties' in params) {
      throw new RuleProblem([...place, String(params.requiredProperties[0])].join('.'), 'is missing');
    }
    if (keyword === 'boolean') {
      throw new RuleProblem(place.join('.'), 'is no part of it');
    }
    const allowed = keyword === 'enum' && params && 'allowedValues' in params ? params.allowedValues : undefined;
    const complaint = Array.isArray(allowed) ? `must be one of ${allowed.join(', ')}` : (first?.message ?? 'is wrong');
    throw new RuleProblem(place.join('.'), complaint);
  };
}

const readThreshold = reader(ThresholdCondition);
const readCompared = reader(ComparedTrendCondition);
const readSteady = reader(SteadyTrendCondition);
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
      const read = [...patterns].find(([kind]) => kind === config.kind)?.[1];
      if (read === undefined) {
        throw new RuleProblem('condition_config.kind', `must be one of ${[...patterns.keys()].join(', ')}`);
      }
      return { type, config: read(config) };
    }
  }
}
