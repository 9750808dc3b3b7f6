import { describeLimit } from '../../contract/alerting/describeCondition';
import { formatMeasured } from '../../contract/alerting/MeasuredUnit';
import { isComparison, passesLimit } from '../../contract/alerting/passesLimit';
import type { AlertInstanceDetail } from '../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../contract/resources/alertRules';
import type { ShownAlert } from './ShownAlert';
import { unitOfAlert } from './unitOfAlert';

type Measured = Pick<AlertInstanceDetail, 'concern' | 'last_value' | 'triggered_data'>;

/**
 * The value of an alert and its limit in words. Their unit is what the alert says, else its rule's; without either they
 * are plain numbers. An alert about something else than the condition has neither.
 */
export function measuredTexts(
  { concern, last_value, triggered_data }: Measured,
  rule: Pick<AlertRuleDetail, 'condition_type' | 'condition_config'> | undefined
): Pick<ShownAlert, 'measured' | 'limit'> {
  const { value, limit, operator } = triggered_data;
  const latest = last_value ?? value;
  if (concern !== 'condition' || typeof latest !== 'number') {
    return {};
  }
  const unit = unitOfAlert({ triggered_data }, rule);
  return {
    measured: formatMeasured(latest, unit),
    // "2.3 s, above 2.5 s" would be a riddle: an alert stays open while it recovers.
    limit:
      typeof limit === 'number'
        ? describeLimit(isStillBeyond(latest, operator, limit) ? operator : undefined, formatMeasured(limit, unit))
        : undefined,
  };
}

function isStillBeyond(value: number, operator: unknown, limit: number): boolean {
  return isComparison(operator) && passesLimit(value, operator, limit);
}
