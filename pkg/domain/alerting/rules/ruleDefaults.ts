import { defaultLabelSets } from '../../../../src/contract/alerting/words';
import type { CreateAlertRule } from '../../../../src/contract/resources/alertRules';

/** What holds for a rule that does not say otherwise. */
export const ruleDefaults = {
  description: '',
  enabled: true,
  notification_channels: [],
  cooldown_minutes: 0,
  labels: {},
  title_template: null,
  message_template: null,
  no_data: 'keep',
  on_error: 'alert',
  keep_firing_minutes: 0,
  reminder_minutes: null,
  max_label_sets: defaultLabelSets,
  stale_hours: 24,
} as const satisfies Partial<CreateAlertRule>;
