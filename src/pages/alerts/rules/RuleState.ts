import type { BadgeColor } from '@grafana/ui';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

/** How a rule fares; the order is that of the filter. */
export const ruleStates = ['firing', 'error', 'healthy', 'waiting', 'disabled'] as const;
export type RuleState = (typeof ruleStates)[number];

export const ruleStateTexts: Record<RuleState, { label: string; color: BadgeColor; description: string }> = {
  firing: { label: 'Firing', color: 'red', description: 'It has open alerts' },
  error: { label: 'Error', color: 'orange', description: 'It could not be evaluated: it sees nothing until it can' },
  healthy: { label: 'Healthy', color: 'green', description: 'Evaluated, and nothing is beyond its limit' },
  waiting: { label: 'Not evaluated yet', color: 'blue', description: 'Its first evaluation is still to come' },
  disabled: { label: 'Off', color: 'darkgrey', description: 'Switched off: it is not evaluated' },
};

type Faring = Pick<AlertRuleDetail, 'enabled' | 'open_instances' | 'last_evaluation'>;

/** The state that matters most: a rule that cannot be evaluated says nothing of what it has open. */
export function stateOfRule({ enabled, open_instances, last_evaluation }: Faring): RuleState {
  if (!enabled) {
    return 'disabled';
  }
  if (last_evaluation !== null && last_evaluation.error !== null) {
    return 'error';
  }
  if (open_instances > 0) {
    return 'firing';
  }
  return last_evaluation === null ? 'waiting' : 'healthy';
}
