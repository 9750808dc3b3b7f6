import { describeCondition } from '../../../contract/alerting/describeCondition';
import { describeDuration } from '../../../contract/alerting/describeDuration';
import { formatMeasured } from '../../../contract/alerting/MeasuredUnit';
import { unitOfCondition } from '../../../contract/alerting/unitOfCondition';
import { fieldName } from '../../../contract/query/describeDataQuery';
import type { CreateAlertRule } from '../../../contract/resources/alertRules';

/** What a rule does, in a few sentences of plain language; what is missing is three dots. */
export function describeRule(rule: CreateAlertRule): string {
  const when = `When ${describeCondition(rule)}, an alert of ${rule.severity} severity opens${eachGroup(rule)}.`;
  return [when, recovers(rule), tells(rule), rule.enabled === false ? 'It is switched off.' : '']
    .filter(Boolean)
    .join(' ');
}

function eachGroup({ condition_config: config }: CreateAlertRule): string {
  const query = config.query;
  const groups =
    typeof query === 'object' && query !== null && 'groupBy' in query && Array.isArray(query.groupBy)
      ? query.groupBy.map((name) => fieldName(String(name)))
      : [];
  return groups.length > 0 ? `, one for each ${groups.join(' and ')}` : '';
}

function recovers(rule: CreateAlertRule): string {
  const { recovery_value: recovery, operator } = rule.condition_config;
  const keep = rule.keep_firing_minutes ? ` for ${minutes(rule.keep_firing_minutes)}` : '';
  if (typeof recovery === 'number') {
    const words = String(operator).startsWith('>') ? 'down to' : 'up to';
    return `It resolves once the value is ${words} ${formatMeasured(recovery, unitOfCondition(rule))}${keep}.`;
  }
  return keep === '' ? 'It resolves by itself.' : `It resolves once that is over${keep}.`;
}

function tells({
  notification_channels: channels = [],
  cooldown_minutes: cooldown,
  reminder_minutes: every,
}: CreateAlertRule): string {
  if (channels.length === 0) {
    return 'Nobody is told: it is seen in the inbox only.';
  }
  const rarely = cooldown ? `, at most every ${minutes(cooldown)}` : '';
  const again = every ? `, and again every ${minutes(every)} until somebody acknowledges it` : '';
  return `It is sent to ${new Intl.ListFormat('en').format(channels)}${rarely}${again}.`;
}

function minutes(count: number): string {
  return describeDuration(count * 60);
}
