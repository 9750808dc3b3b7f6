import type { AlertRuleDetail } from '../../../../src/contract/resources/alertRules';
import { readCondition } from '../rules/readCondition';
import type { RuleSettings } from './RuleMemory';

const minute = 60_000;
/** How often a rule is evaluated unless it says otherwise, in seconds. */
const defaultInterval = 60;

export type RuleToJudge = Pick<
  AlertRuleDetail,
  | 'condition_type'
  | 'condition_config'
  | 'cooldown_minutes'
  | 'keep_firing_minutes'
  | 'reminder_minutes'
  | 'no_data'
  | 'on_error'
  | 'stale_hours'
  | 'max_label_sets'
>;

/** What a stored rule says about the lives of its label sets. Throws RuleProblem where its condition is not readable. */
export function ruleSettingsOf(rule: RuleToJudge): RuleSettings {
  const { config } = readCondition(rule.condition_type, rule.condition_config);
  return {
    // Of an absence `for_minutes` is the window.
    forMs: 'kind' in config || !('for_minutes' in config) ? 0 : (config.for_minutes ?? 0) * minute,
    keepFiringMs: rule.keep_firing_minutes * minute,
    cooldownMs: rule.cooldown_minutes * minute,
    reminderMs: rule.reminder_minutes === null ? null : rule.reminder_minutes * minute,
    noData: rule.no_data,
    staleMs: rule.stale_hours * 60 * minute,
    onError: rule.on_error,
    maxLabelSets: rule.max_label_sets,
  };
}

/** How often a rule is evaluated, in milliseconds. */
export function intervalOf({ condition_config }: Pick<RuleToJudge, 'condition_config'>): number {
  const seconds = condition_config.evaluation_interval_seconds;
  return (typeof seconds === 'number' ? seconds : defaultInterval) * 1000;
}
