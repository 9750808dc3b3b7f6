import type { ConditionQuery } from '../../../contract/alerting/conditions';
import type { ComparedWindow, Comparison, NoDataPolicy } from '../../../contract/alerting/words';
import type { Severity } from '../../../contract/entities/ErrorLog';
import type { Filter } from '../../../contract/query/Query';
import type { ConditionKind } from './ConditionKind';
import type { NumberFieldName } from './numberFields';

/**
 * A rule as a person edits it. Numbers are texts as they were typed, empty where the server is to choose. It holds the
 * parts of every kind of condition, so that trying another kind loses nothing; `ruleOfForm` takes those of the kind.
 */
export interface RuleForm extends Record<NumberFieldName, string> {
  name: string;
  description: string;
  severity: Severity;
  enabled: boolean;

  condition: ConditionKind;
  query: ConditionQuery;
  operator: Comparison;
  compare: ComparedWindow;
  change: 'percent' | 'absolute';
  direction: 'rise' | 'fall';
  regex: string;
  in_stack: boolean;
  min_severity: Severity;
  by: 'users' | 'pages' | 'releases';
  a: Filter[];
  b: Filter[];
  expect_b: boolean;
  only_if_seen_yesterday: boolean;
  service_name: string;
  status: 'degraded' | 'down';
  /** Of the kind `external` only. */
  integration_id: string;

  no_data: NoDataPolicy;
  on_error: 'keep' | 'alert';
  notification_channels: string[];
  labels: Array<{ name: string; value: string }>;
  title_template: string;
  message_template: string;
}

/** What a new rule begins with: the number that anybody wants to hear of first, and a limit still to be chosen. */
export const newRuleForm: RuleForm = {
  name: '',
  description: '',
  severity: 'medium',
  enabled: true,
  condition: 'threshold',
  query: { kind: 'performance', metric: 'LCP', calculation: 'p75', groupBy: [], filters: [] },
  operator: '>',
  compare: 'previous_window',
  change: 'percent',
  direction: 'rise',
  regex: '',
  in_stack: false,
  min_severity: 'medium',
  by: 'users',
  a: [],
  b: [],
  expect_b: false,
  only_if_seen_yesterday: true,
  service_name: '*',
  status: 'down',
  integration_id: '',
  no_data: 'keep',
  on_error: 'alert',
  notification_channels: [],
  labels: [],
  title_template: '',
  message_template: '',
  window_minutes: '5',
  value: '',
  recovery_value: '',
  for_minutes: '',
  min_samples: '',
  windows: '6',
  min_change_percent: '5',
  min_count: '1',
  min_users: '',
  min: '20',
  within_minutes: '10',
  per_minute_above: '',
  absent_minutes: '15',
  for_results: '1',
  days: '14',
  evaluation_interval_seconds: '',
  delay_seconds: '',
  cooldown_minutes: '10',
  reminder_minutes: '',
  keep_firing_minutes: '',
  max_label_sets: '',
  stale_hours: '',
};
