import type { PreviewAlertRule } from '../../../../src/contract/resources/alertPreviews';
import { CreateAlertRule } from '../../../../src/contract/resources/alertRules';

/** A rule to be tried without what only stored rules have; what it is called and how bad it is may be decided later. */
export function readTriedRule({ rule }: Pick<PreviewAlertRule, 'rule'>): CreateAlertRule {
  const named: CreateAlertRule = { ...rule, name: rule.name ?? 'A new rule', severity: rule.severity ?? 'medium' };
  const kept = Object.entries(named).filter(([field]) => Object.hasOwn(CreateAlertRule.properties, field));
  return Object.assign({}, named, Object.fromEntries(kept));
}
