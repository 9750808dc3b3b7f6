import type { TriggeredData } from '../../../../src/contract/alerting/TriggeredData';
import type { RuleToJudge } from '../evaluation/ruleSettingsOf';
import type { Labels } from '../labels/labelsKey';

/** Instances of one rule that opened at the same evaluation, whose series nobody has kept yet. */
export interface Opening {
  orgId: number;
  rule: Pick<RuleToJudge, 'condition_type' | 'condition_config'>;
  /** Epoch milliseconds. */
  at: number;
  /** Labels of the group alone. */
  instances: ReadonlyArray<{ id: string; labels: Labels }>;
}

/** Instances that wait for the series that a person sees beside them. Throws StoreAway. */
export interface OpenedInstances {
  /** The latest ones first. */
  waiting(now: number, limit: number): Promise<Opening[]>;
  /** Keeps the series of each instance; null where there is none. */
  keepSeries(series: ReadonlyMap<string, TriggeredData['series']>): Promise<void>;
}
