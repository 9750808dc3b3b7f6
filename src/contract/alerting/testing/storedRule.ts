import type { AlertRuleDetail } from '../../resources/alertRules';

/** A rule over LCP as the server answers it, for tests of both halves. */
export function storedRule(part: Partial<AlertRuleDetail> = {}): AlertRuleDetail {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    name: 'LCP is poor',
    description: '',
    condition_type: 'threshold',
    condition_config: {
      query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: ['page_path'] },
      window_minutes: 5,
      operator: '>',
      value: 2500,
    },
    severity: 'high',
    enabled: true,
    notification_channels: [],
    cooldown_minutes: 0,
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
    version: 1,
    updated_at: '2026-11-29T08:00:00.000Z',
    last_evaluation: null,
    missed_evaluations: 0,
    open_instances: 0,
    fired_days: [0, 0, 0, 0, 0, 0, 0],
    suppressed: 0,
    ...part,
  };
}
