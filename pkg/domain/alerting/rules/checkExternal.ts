import { isDeepStrictEqual } from 'node:util';
import type { AlertRuleDetail, UpdateAlertRule } from '../../../../src/contract/resources/alertRules';
import { RuleProblem } from './RuleProblem';

type Known = Pick<AlertRuleDetail, 'name' | 'condition_type' | 'condition_config'>;

/** Whether another system judges a rule: its integration made it. */
export function isExternal({ condition_config }: Pick<Known, 'condition_config'>): boolean {
  return condition_config.kind === 'external';
}

/**
 * Refuses what would part an integration from its rule: one made by hand, another condition, another name, and texts,
 * for its alerts bring their own. Throws RuleProblem.
 * @param before the rule as it is; undefined where it is to be made
 */
export function checkExternal(before: Known | undefined, change: UpdateAlertRule): void {
  if (before === undefined || !isExternal(before)) {
    if (change.condition_config?.kind === 'external') {
      throw new RuleProblem('condition_config.kind', '"external" is for integrations, which make their own rule');
    }
    return;
  }
  for (const field of ['name', 'condition_type', 'condition_config'] as const) {
    if (change[field] !== undefined && !isDeepStrictEqual(change[field], before[field])) {
      throw new RuleProblem(field, 'belongs to the integration that made this rule: change it there');
    }
  }
  for (const field of ['title_template', 'message_template'] as const) {
    if (typeof change[field] === 'string') {
      throw new RuleProblem(field, 'is not for the rule of an integration: its alerts bring their own text');
    }
  }
}
