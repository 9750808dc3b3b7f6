import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import type { Severity } from '../../../contract/entities/ErrorLog';
import { describeCondition } from '../../../contract/alerting/describeCondition';
import { severities } from '../../../contract/severities';
import { ruleStates, stateOfRule, type RuleState } from './RuleState';

/** Which rules are shown; kept in the URL. */
export interface RuleListFilters {
  query?: string | undefined;
  state?: RuleState | undefined;
  severity?: Severity | undefined;
}

/** What the URL says; what it says wrongly is left out. */
export function readRuleFilters(search: URLSearchParams): RuleListFilters {
  return {
    query: search.get('query') || undefined,
    state: ruleStates.find((state) => state === search.get('state')),
    severity: severities.find((severity) => severity === search.get('severity')),
  };
}

/** The rules that fit: text is looked for in the name, the condition in words, the labels and the channels. */
export function filterRules(rules: readonly AlertRuleDetail[], filters: RuleListFilters): AlertRuleDetail[] {
  const wanted = filters.query?.trim().toLowerCase() ?? '';
  return rules.filter(
    (rule) =>
      (filters.state === undefined || stateOfRule(rule) === filters.state) &&
      (filters.severity === undefined || rule.severity === filters.severity) &&
      (wanted === '' || textOf(rule).includes(wanted))
  );
}

function textOf(rule: AlertRuleDetail): string {
  const labels = Object.entries(rule.labels).map(([name, value]) => `${name}=${value}`);
  return [rule.name, rule.description, describeCondition(rule), ...labels, ...rule.notification_channels]
    .join('\n')
    .toLowerCase();
}
