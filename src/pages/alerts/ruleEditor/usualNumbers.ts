import type { ConditionKind } from './ConditionKind';
import type { NumberFieldName } from './numberFields';

/** Numbers that fit a kind better than those of another: filled in when the kind is chosen. */
export const usualNumbers: Partial<Record<ConditionKind, Partial<Record<NumberFieldName, string>>>> = {
  threshold: { window_minutes: '5', min_samples: '10' },
  compared: { window_minutes: '60', value: '30', min_samples: '50' },
  steady: { window_minutes: '60', windows: '6' },
  rate: { window_minutes: '5' },
  message: { window_minutes: '5', min_count: '5' },
  new_group: { window_minutes: '10' },
  regressed: { window_minutes: '10' },
  spread: { window_minutes: '30' },
  sequence: { window_minutes: '30', min_count: '5' },
};
