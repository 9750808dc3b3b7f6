import type { PreviewAlertRule } from '../../../contract/resources/alertPreviews';
import { limitOfForm } from './limitOfForm';
import { problemsOfCondition } from './problemsOfForm';
import type { RuleForm } from './RuleForm';
import { ruleOfForm } from './ruleOfForm';

/** A limit that nothing reaches: the series can be seen before a limit is chosen. */
const outOfReach = 1e15;

/**
 * The rule as it can be tried on what is stored, without what has no bearing on when it fires, so that typing a name
 * asks nothing. Undefined while the condition cannot be asked at all.
 */
export function ruleToTry(form: RuleForm): PreviewAlertRule['rule'] | undefined {
  if (form.condition === 'external') {
    return undefined;
  }
  const { isMissing } = limitOfForm(form);
  // A recovery value that no longer fits the limit is said at its field; the picture follows the limit meanwhile.
  const hasRecovery = !isMissing && problemsOfCondition(form).recovery_value === undefined;
  const tried = { ...form, ...(isMissing && unreached(form)), ...(!hasRecovery && { recovery_value: '' }) };
  if (Object.keys(problemsOfCondition(tried)).length > 0) {
    return undefined;
  }
  const { condition_type, condition_config, cooldown_minutes, keep_firing_minutes, no_data, on_error, max_label_sets } =
    ruleOfForm({ ...tried, ...settingsThatCount(tried) });
  return {
    condition_type,
    condition_config,
    ...(cooldown_minutes !== undefined && { cooldown_minutes }),
    ...(keep_firing_minutes !== undefined && { keep_firing_minutes }),
    ...(no_data !== undefined && { no_data }),
    ...(on_error !== undefined && { on_error }),
    ...(max_label_sets !== undefined && { max_label_sets }),
  };
}

function unreached({ condition, operator }: RuleForm): Partial<RuleForm> {
  switch (condition) {
    case 'threshold':
    case 'compared':
      return { value: String(operator.startsWith('>') ? outOfReach : -outOfReach) };
    case 'rate':
      return { per_minute_above: String(outOfReach) };
    case 'steady':
      return { min_change_percent: String(outOfReach) };
    default:
      return {};
  }
}

/** Settings that are half typed do not keep the condition from being tried. */
function settingsThatCount(form: RuleForm): Partial<RuleForm> {
  const whole = (text: string) => (/^\d+$/.test(text.trim()) ? text : '');
  return {
    cooldown_minutes: whole(form.cooldown_minutes),
    keep_firing_minutes: whole(form.keep_firing_minutes),
    max_label_sets: whole(form.max_label_sets),
    reminder_minutes: '',
    stale_hours: '',
  };
}
