import { storedRule } from '../../../contract/alerting/testing/storedRule';
import type { AlertInstanceDetail } from '../../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';

/** An active alert about LCP, for tests. */
export function alertOf(id: string, more: Partial<AlertInstanceDetail> = {}): AlertInstanceDetail {
  return {
    id,
    alert_rule_id: 'rule',
    rule_name: 'LCP is poor',
    title: `LCP is poor (${id})`,
    message: 'Measured 3100, limit 2500.',
    severity: 'high',
    status: 'active',
    concern: 'condition',
    labels: { page_path: `/${id}` },
    triggered_data: { value: 3100, limit: 2500, operator: '>', window_minutes: 5 },
    last_value: 3200,
    last_fired_at: '2026-11-23T10:05:00.000Z',
    firings: 3,
    is_flapping: false,
    acknowledged_by: null,
    acknowledged_login: null,
    acknowledged_at: null,
    acknowledged_until: null,
    resolved_by: null,
    resolved_login: null,
    resolved_at: null,
    resolve_reason: null,
    assigned_to: null,
    silenced_until: null,
    silenced_by: null,
    version: 1,
    created_at: '2026-11-23T10:00:00.000Z',
    updated_at: '2026-11-23T10:05:00.000Z',
    ...more,
  };
}

/** The rule of those alerts. */
export function ruleOf(more: Partial<AlertRuleDetail> = {}): AlertRuleDetail {
  return storedRule({ id: 'rule', open_instances: 1, fired_days: [0, 0, 0, 0, 0, 0, 1], ...more });
}
