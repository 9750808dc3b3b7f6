import type { ConditionQuery } from '../../../../src/contract/alerting/conditions';
import type { TriggeredData } from '../../../../src/contract/alerting/TriggeredData';
import { unitOfCondition } from '../../../../src/contract/alerting/unitOfCondition';
import { comparisons } from '../../../../src/contract/alerting/words';
import type { AlertRuleDetail } from '../../../../src/contract/resources/alertRules';
import { windowBefore, type Window } from '../evaluation/windowsOf';
import type { Labels } from '../labels/labelsKey';
import { readCondition } from '../rules/readCondition';
import type { Condition } from '../rules/Condition';
import { limitsOf } from './limitsOf';
import { pageOf } from './pageOf';

/** What an instance that opens at `at` (epoch milliseconds) keeps of that moment, without the series before it. */
export function describeTrigger(
  rule: Pick<AlertRuleDetail, 'condition_type' | 'condition_config'>,
  labels: Labels,
  value: number | null,
  at: number
): TriggeredData {
  const condition = readCondition(rule.condition_type, rule.condition_config);
  const { operator } = rule.condition_config;
  const { limit, recovery } = limitsOf(rule.condition_config);
  const minutes = windowMinutes(condition);
  const window = minutes === null ? null : windowBefore(condition.config, minutes, at);
  const query = narrowed(condition, labels);
  return {
    value,
    limit,
    recovery_limit: recovery,
    operator: comparisons.find((each) => each === operator) ?? null,
    unit: unitOfCondition(rule) ?? null,
    window_minutes: minutes,
    window: window && written(window),
    query,
    links: { ...pageOf(condition, query, labels) },
  };
}

/** How long the time is that a condition's value is of; null where it is of a moment. */
export function windowMinutes({ config }: Condition): number | null {
  if ('window_minutes' in config) {
    return config.window_minutes;
  }
  return 'for_minutes' in config && config.for_minutes !== undefined ? config.for_minutes : null;
}

/** The query of a condition about one label set alone. */
function narrowed({ config }: Condition, labels: Labels): ConditionQuery | null {
  if (!('query' in config)) {
    return null;
  }
  const { groupBy = [], filters = [], ...rest } = config.query;
  const own = groupBy.map((field) => ({ field, operator: '=' as const, value: labels[field] ?? '' }));
  return { ...rest, filters: [...filters, ...own] };
}

function written({ from, to }: Window): { from: string; to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
