import type { AlertRuleDetail } from '../../../../contract/resources/alertRules';

/** A rule as the server answers it. */
export function storedRule(part: Partial<AlertRuleDetail> = {}): AlertRuleDetail {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    name: 'LCP is poor',
    description: '',
    condition_type: 'threshold',
    condition_config: {
      query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'], filters: [] },
      window_minutes: 5,
      operator: '>',
      value: 2500,
    },
    severity: 'high',
    enabled: true,
    notification_channels: [],
    cooldown_minutes: 10,
    last_triggered: null,
    created_by: null,
    created_at: '2026-11-29T08:00:00.000Z',
    labels: {},
    title_template: null,
    message_template: null,
    no_data: 'keep',
    on_error: 'alert',
    keep_firing_minutes: 0,
    reminder_minutes: null,
    max_label_sets: 100,
    stale_hours: 24,
    version: 3,
    updated_at: '2026-11-29T08:00:00.000Z',
    last_evaluation: { at: '2026-11-29T10:00:00.000Z', duration_ms: 4, label_sets: 2, firing: 0, error: null },
    missed_evaluations: 0,
    open_instances: 0,
    fired_days: [0, 0, 2, 0, 0, 0, 1],
    suppressed: 0,
    ...part,
  };
}
