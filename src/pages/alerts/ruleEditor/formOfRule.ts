import type { CreateAlertRule } from '../../../contract/resources/alertRules';
import { conditionKinds, type ConditionKind } from './ConditionKind';
import { numbersOfCondition, paceNumbers } from './conditionOfForm';
import { newRuleForm, type RuleForm } from './RuleForm';

/** A rule as the form holds it: one that is stored, a preset, or a copy. */
export function formOfRule(rule: CreateAlertRule): RuleForm {
  const { condition_config: config } = rule;
  const condition = kindOfRule(rule);
  const given = (name: string) => (typeof config[name] === 'number' ? String(config[name]) : '');
  const numbers = [...numbersOfCondition[condition], ...paceNumbers].map((name) => [
    name,
    given(name === 'absent_minutes' ? 'for_minutes' : name),
  ]);
  return {
    ...newRuleForm,
    ...partsOfConfig(config),
    ...Object.fromEntries(numbers),
    condition,
    name: rule.name,
    description: rule.description ?? '',
    severity: rule.severity,
    enabled: rule.enabled ?? true,
    no_data: rule.no_data ?? newRuleForm.no_data,
    on_error: rule.on_error ?? newRuleForm.on_error,
    notification_channels: rule.notification_channels ?? [],
    labels: Object.entries(rule.labels ?? {}).map(([name, value]) => ({ name, value })),
    title_template: rule.title_template ?? '',
    message_template: rule.message_template ?? '',
    cooldown_minutes: text(rule.cooldown_minutes ?? Number(newRuleForm.cooldown_minutes)),
    reminder_minutes: text(rule.reminder_minutes),
    keep_firing_minutes: text(rule.keep_firing_minutes),
    max_label_sets: text(rule.max_label_sets),
    stale_hours: text(rule.stale_hours),
  };
}

/** What a rule looks for. A kind that this page does not know is shown as a threshold, which the server then refuses. */
export function kindOfRule({
  condition_type,
  condition_config,
}: Pick<CreateAlertRule, 'condition_type' | 'condition_config'>): ConditionKind {
  switch (condition_type) {
    case 'threshold':
      return 'threshold';
    case 'trend':
      return 'direction' in condition_config ? 'steady' : 'compared';
    case 'pattern':
      if (condition_config.kind === 'external') {
        return 'external';
      }
      return conditionKinds.find((kind) => kind === condition_config.kind) ?? 'threshold';
  }
}

/** Everything of a stored condition that is no number; the server has checked its shape. */
function partsOfConfig(config: CreateAlertRule['condition_config']): Partial<RuleForm> {
  const names = [
    'query',
    'operator',
    'compare',
    'change',
    'direction',
    'regex',
    'in_stack',
    'min_severity',
    'by',
    'expect_b',
    'only_if_seen_yesterday',
    'service_name',
    'status',
    'integration_id',
  ] as const satisfies Array<keyof RuleForm>;
  const parts = Object.fromEntries(names.flatMap((name) => (config[name] === undefined ? [] : [[name, config[name]]])));
  return { ...parts, ...filtersOf(config, 'a'), ...filtersOf(config, 'b') };
}

function filtersOf(config: CreateAlertRule['condition_config'], name: 'a' | 'b'): Partial<RuleForm> {
  const part = config[name];
  const filters = typeof part === 'object' && part !== null && 'filters' in part ? part.filters : undefined;
  return Array.isArray(filters) ? { [name]: filters } : {};
}

function text(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
