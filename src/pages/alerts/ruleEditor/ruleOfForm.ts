import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { conditionOfForm } from './conditionOfForm';
import { readNumber } from './numberFields';
import type { RuleForm } from './RuleForm';

/** What is sent. Settings that were left empty get what the server would give a new rule. */
export function ruleOfForm(form: RuleForm): CreateAlertRule {
  return {
    name: form.name.trim(),
    description: form.description.trim(),
    ...conditionOfForm(form),
    severity: form.severity,
    enabled: form.enabled,
    notification_channels: form.notification_channels,
    cooldown_minutes: readNumber(form.cooldown_minutes) ?? 0,
    labels: Object.fromEntries(
      form.labels.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value])
    ),
    title_template: form.title_template.trim() === '' ? null : form.title_template,
    message_template: form.message_template.trim() === '' ? null : form.message_template,
    no_data: form.no_data,
    on_error: form.on_error,
    keep_firing_minutes: readNumber(form.keep_firing_minutes) ?? 0,
    reminder_minutes: readNumber(form.reminder_minutes) ?? null,
    ...optional('max_label_sets', form),
    ...optional('stale_hours', form),
  };
}

function optional(name: 'max_label_sets' | 'stale_hours', form: RuleForm): Partial<CreateAlertRule> {
  const value = readNumber(form[name]);
  return value === undefined ? {} : { [name]: value };
}
