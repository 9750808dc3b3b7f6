import { storedRule as newRule } from '../../../../contract/alerting/testing/storedRule';
import type { AlertRuleDetail } from '../../../../contract/resources/alertRules';

/** A rule that has been there for a while. */
export function storedRule(part: Partial<AlertRuleDetail> = {}): AlertRuleDetail {
  return newRule({
    cooldown_minutes: 10,
    version: 3,
    last_evaluation: { at: '2026-11-29T10:00:00.000Z', duration_ms: 4, label_sets: 2, firing: 0, error: null },
    fired_days: [0, 0, 2, 0, 0, 0, 1],
    ...part,
  });
}
