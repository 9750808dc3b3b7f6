import type { AlertPreview } from '../../../../src/contract/resources/alertPreviews';
import type { CreateAlertRule, RuleEvaluation } from '../../../../src/contract/resources/alertRules';
import type { Window } from '../evaluation/windowsOf';

/** Tries rules that may not be stored yet. The rule was checked before. */
export interface AlertPreviews {
  /** What the rule would have done in a range of epoch milliseconds. */
  preview(orgId: number, rule: CreateAlertRule, range: Window, signal?: AbortSignal): Promise<AlertPreview>;
  /** What one evaluation comes to now. Throws RuleProblem where the data cannot be asked what the rule asks. */
  evaluateOnce(orgId: number, rule: CreateAlertRule, signal?: AbortSignal): Promise<RuleEvaluation>;
}
