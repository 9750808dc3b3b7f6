import type { AlertRule } from '../../../contract/entities/AlertRule';
import type { ConditionKind } from './ConditionKind';
import { readNumber, type NumberFieldName } from './numberFields';
import type { RuleForm } from './RuleForm';

type Condition = Pick<AlertRule, 'condition_type' | 'condition_config'>;

/** Which numbers belong to a kind of condition, in the order in which they are asked for. */
export const numbersOfCondition: Record<ConditionKind, readonly NumberFieldName[]> = {
  threshold: ['value', 'recovery_value', 'window_minutes', 'for_minutes', 'min_samples'],
  compared: ['value', 'recovery_value', 'window_minutes', 'for_minutes', 'min_samples'],
  steady: ['windows', 'window_minutes', 'min_change_percent', 'for_minutes', 'min_samples'],
  rate: ['per_minute_above', 'window_minutes'],
  absence: ['absent_minutes'],
  message: ['min_count', 'window_minutes', 'min_users'],
  new_group: ['window_minutes'],
  regressed: ['window_minutes'],
  spread: ['min', 'window_minutes'],
  sequence: ['within_minutes', 'min_count', 'window_minutes'],
  health: ['for_results'],
  certificate: ['days'],
  external: [],
};

/** Numbers of the pace of every condition. */
export const paceNumbers = ['evaluation_interval_seconds', 'delay_seconds'] as const satisfies NumberFieldName[];

/** The condition of a form, with the parts of its kind only. What was not typed is left out. */
export function conditionOfForm(form: RuleForm): Condition {
  const numbers = Object.fromEntries(
    [...numbersOfCondition[form.condition], ...paceNumbers].flatMap((name) => {
      const value = readNumber(form[name]);
      return value === undefined ? [] : [[name === 'absent_minutes' ? 'for_minutes' : name, value]];
    })
  );
  return {
    condition_type: typeOf(form.condition),
    condition_config: { ...partsOf(form), ...numbers },
  };
}

function typeOf(kind: ConditionKind): AlertRule['condition_type'] {
  switch (kind) {
    case 'threshold':
      return 'threshold';
    case 'compared':
    case 'steady':
      return 'trend';
    default:
      return 'pattern';
  }
}

/** What a kind has beside its numbers. */
function partsOf(form: RuleForm): Record<string, unknown> {
  const { condition: kind, query } = form;
  switch (kind) {
    case 'threshold':
      return { query, operator: form.operator };
    case 'compared':
      return { query, operator: form.operator, compare: form.compare, change: form.change };
    case 'steady':
      return { query, direction: form.direction };
    case 'rate':
      return { kind, query: { ...query, calculation: 'count' } };
    case 'absence':
      return { kind, query: { ...query, calculation: 'count' }, only_if_seen_yesterday: form.only_if_seen_yesterday };
    case 'message':
      return { kind, regex: form.regex, in_stack: form.in_stack };
    case 'new_group':
    case 'regressed':
      return { kind, min_severity: form.min_severity };
    case 'spread':
      return { kind, by: form.by };
    case 'sequence':
      return { kind, a: { filters: form.a }, b: { filters: form.b }, expect_b: form.expect_b };
    case 'health':
      return { kind, service_name: form.service_name, status: form.status };
    case 'certificate':
      return { kind };
    case 'external':
      return { kind, integration_id: form.integration_id };
  }
}
