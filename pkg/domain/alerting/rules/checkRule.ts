import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { CreateAlertRule } from '../../../../src/contract/resources/alertRules';
import type { Condition } from './Condition';
import { labelNamesOfPattern } from '../patterns/patterns';
import { complaintAboutTemplate } from '../templates/renderTemplate';
import { readCondition } from './readCondition';
import { RuleProblem } from './RuleProblem';

const day = 24 * 60;
/** What a steady trend may look back altogether. */
const longestLookBack = 31 * day;

/** What sequences are made of. */
const sequenceQuery = { kind: 'events', calculation: 'count' } as const;

/** What only other parts of the program know. Each answers what is wrong, or undefined. */
export interface RuleChecks {
  complaintAboutQuery(query: ConditionQuery): string | undefined;
  complaintAboutRegex(pattern: string): string | undefined;
}

/** Reads a rule's condition and checks the rule as a whole. Throws RuleProblem for the first thing that is wrong. */
export function checkRule(rule: CreateAlertRule, checks: RuleChecks): Condition {
  const condition = readCondition(rule.condition_type, rule.condition_config);
  const { config } = condition;
  if ('query' in config) {
    refuse('condition_config.query', checks.complaintAboutQuery(config.query));
  }
  if ('regex' in config) {
    refuse('condition_config.regex', checks.complaintAboutRegex(config.regex));
  }
  if ('a' in config) {
    for (const part of ['a', 'b'] as const) {
      refuse(`condition_config.${part}.filters`, checks.complaintAboutQuery({ ...sequenceQuery, ...config[part] }));
    }
  }
  if ('operator' in config) {
    refuse('condition_config.recovery_value', complaintAboutRecovery(config));
  }
  if ('windows' in config && config.windows * config.window_minutes > longestLookBack) {
    throw new RuleProblem('condition_config.windows', 'times "window_minutes" must be at most 31 days');
  }
  const labelNames = [...labelNamesOf(condition), ...Object.keys(rule.labels ?? {})];
  for (const field of ['title_template', 'message_template'] as const) {
    const template = rule[field];
    if (typeof template === 'string') {
      refuse(field, complaintAboutTemplate(template, labelNames));
    }
  }
  return condition;
}

/** The labels by which a condition tells its instances apart. */
export function labelNamesOf({ type, config }: Condition): readonly string[] {
  switch (type) {
    case 'pattern':
      return labelNamesOfPattern(config);
    case 'external':
      return [];
    default:
      return config.query.groupBy ?? [];
  }
}

function refuse(field: string, complaint: string | undefined): void {
  if (complaint !== undefined) {
    throw new RuleProblem(field, complaint);
  }
}

function complaintAboutRecovery({
  operator,
  value,
  recovery_value: recovery = value,
}: {
  operator: string;
  value: number;
  recovery_value?: number;
}): string | undefined {
  const isAbove = operator.startsWith('>');
  return (isAbove ? recovery > value : recovery < value)
    ? `must not be ${isAbove ? 'above' : 'below'} "value": an instance would end while it still fires`
    : undefined;
}
