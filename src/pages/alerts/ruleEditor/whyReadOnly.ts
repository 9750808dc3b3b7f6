import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

/** Why a rule can only be looked at, in a sentence; undefined where it can be changed. */
export function whyReadOnly(_rule: AlertRuleDetail, mayEdit: boolean): string | undefined {
  return mayEdit ? undefined : 'Only Editors and Admins change rules: this is what it does';
}
