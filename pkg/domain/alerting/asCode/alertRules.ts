import { CreateAlertRule } from '../../../../src/contract/resources/alertRules';
import type { AlertRuleRepository, RuleKeeper } from '../rules/AlertRuleRepository';
import { checkExternal, isExternal } from '../rules/checkExternal';
import { ruleDefaults } from '../rules/ruleDefaults';
import { RuleProblem } from '../rules/RuleProblem';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { fieldsOf } from './fieldsOf';
import { readAll } from './readAll';
import { writingTo } from './writingTo';

const read = shapeReader(CreateAlertRule, '', (field, complaint) => new RuleProblem(field.slice(1), complaint));

/** Alert rules in files. Rules of integrations are not: their integration makes them. */
export function alertRulesAsCode(rules: AlertRuleRepository, check: (who: RuleKeeper, rule: CreateAlertRule) => void) {
  return {
    name: 'alert_rules',
    path: '/alert-rules',
    role: 'Editor' as const,
    read: (entry: Readonly<Record<string, unknown>>, who: RuleKeeper) => {
      const rule = { ...ruleDefaults, notification_channels: [...ruleDefaults.notification_channels], ...read(entry) };
      checkExternal(undefined, rule);
      check(who, rule);
      return rule;
    },
    list: async (who: RuleKeeper) =>
      (await readAll((page) => rules.list(who, page)))
        .filter((rule) => !isExternal(rule))
        .map((rule) => ({
          id: rule.id,
          name: rule.name,
          entry: fieldsOf(rule, Object.keys(CreateAlertRule.properties)),
        })),
    ...writingTo(rules, read),
  };
}
