import { measuredUnits, type MeasuredUnit } from '../../contract/alerting/MeasuredUnit';
import { unitOfCondition } from '../../contract/alerting/unitOfCondition';
import type { AlertInstanceDetail } from '../../contract/resources/alertInstances';
import type { AlertRuleDetail } from '../../contract/resources/alertRules';

/** The unit of an alert's value: as it was kept when it opened; of an alert of an older version, what its rule says now. */
export function unitOfAlert(
  { triggered_data }: Pick<AlertInstanceDetail, 'triggered_data'>,
  rule: Pick<AlertRuleDetail, 'condition_type' | 'condition_config'> | undefined
): MeasuredUnit | undefined {
  const kept = measuredUnits.find((unit) => unit === triggered_data.unit);
  return kept ?? (rule && unitOfCondition(rule));
}
