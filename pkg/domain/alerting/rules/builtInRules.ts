import type { CreateAlertRule } from '../../../../src/contract/resources/alertRules';

/** How the rule over critical errors is found again, whatever people call it. */
export const criticalErrors = 'critical errors';

/**
 * The rule that every organisation has: critical errors are told at once. It sends to nobody until somebody gives it a
 * channel. An instance is for the errors of one cause on one page, and ends a quarter of an hour after the last one.
 */
export const criticalErrorsRule: CreateAlertRule = {
  name: 'Critical errors',
  description:
    'Comes with Seamark. Give it a channel to be told of critical errors as they arrive, or switch it off; deleted, it comes back with the next one.',
  severity: 'critical',
  enabled: true,
  title_template:
    '{% if subject != "" %}{{ subject }}{% else %}Critical error{% endif %} in {{ labels.app }}{% if labels.page_path != "" %} on {{ labels.page_path }}{% endif %}',
  message_template: '{{ value_text }} in 15 minutes.',
  condition_type: 'threshold',
  condition_config: {
    query: {
      kind: 'errors',
      calculation: 'count',
      groupBy: ['app', 'page_path', 'fingerprint'],
      filters: [{ field: 'severity', operator: '=', value: 'critical' }],
    },
    window_minutes: 15,
    operator: '>',
    value: 0,
    // Told at once: what comes late is seen by the evaluation after.
    delay_seconds: 0,
    evaluation_interval_seconds: 10,
  },
};
