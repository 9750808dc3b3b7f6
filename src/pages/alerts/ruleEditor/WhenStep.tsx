import { CollapsableSection, Stack } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { MeasuredUnit } from '../../../contract/alerting/MeasuredUnit';
import { unitOfCondition } from '../../../contract/alerting/unitOfCondition';
import { ChoiceInput } from './ChoiceInput';
import { conditionOfForm, numbersOfCondition } from './conditionOfForm';
import { NumberInput } from './NumberInput';
import type { NumberFieldName } from './numberFields';
import type { RuleForm } from './RuleForm';
import { SwitchInput } from './SwitchInput';

const operators = [
  { value: '>' as const, label: 'above' },
  { value: '>=' as const, label: 'at least' },
  { value: '<' as const, label: 'below' },
  { value: '<=' as const, label: 'at most' },
];
const compared = [
  { value: 'previous_window' as const, label: 'The window before' },
  { value: 'same_time_yesterday' as const, label: 'Yesterday' },
  { value: 'same_time_last_week' as const, label: 'Last week', description: 'The same time a week ago' },
];
const changes = [
  { value: 'percent' as const, label: 'In percent' },
  { value: 'absolute' as const, label: 'By itself', description: 'In the unit of what is measured' },
];
const directions = [
  { value: 'rise' as const, label: 'Rises' },
  { value: 'fall' as const, label: 'Falls' },
];
const noData = [
  { value: 'keep' as const, label: 'Leave all as it is' },
  { value: 'normal' as const, label: 'Take it for normal' },
  { value: 'alert' as const, label: 'Tell somebody' },
];
const onError = [
  { value: 'alert' as const, label: 'Tell somebody' },
  { value: 'keep' as const, label: 'Leave all as it is' },
];

const unitTexts: Record<MeasuredUnit, string> = {
  ms: 'ms',
  percent: '%',
  ratio: 'of 1',
  score: '',
  count: '',
  'per second': 'a second',
  'per minute': 'a minute',
  days: 'days',
};
const ofTheUnit: readonly NumberFieldName[] = ['value', 'recovery_value'];
/** Asked for among the finer points, not beside the limit. */
const finer: readonly NumberFieldName[] = ['recovery_value', 'for_minutes', 'min_samples', 'min_users'];

/** Step 2: when it fires, and when that is over. */
export function WhenStep() {
  const { control, formState, trigger } = useFormContext<RuleForm>();
  const form = useWatch({ control }) as RuleForm;
  const hasProblem = [...finer, ...finest].some((name) => formState.errors[name] !== undefined);
  const [isOpen, setIsOpen] = useState(false);
  const { condition: kind, value, operator, recovery_value: recovery } = form;
  useEffect(() => {
    // Whether it recovers at a sensible value depends on the limit, wherever that was changed.
    if (recovery !== '') {
      void trigger('recovery_value');
    }
  }, [value, operator, recovery, trigger]);
  const unit = unitOfCondition(conditionOfForm(form));
  const numbers = numbersOfCondition[kind];
  const number = (name: NumberFieldName) => (
    <NumberInput key={name} name={name} suffix={ofTheUnit.includes(name) && unit ? unitTexts[unit] : undefined} />
  );
  return (
    <Stack direction="column" gap={2}>
      {kind === 'compared' && (
        <Stack gap={2} wrap="wrap">
          <ChoiceInput name="compare" label="Against" options={compared} />
          <ChoiceInput name="change" label="Change" options={changes} />
        </Stack>
      )}
      {(kind === 'threshold' || kind === 'compared') && (
        <ChoiceInput
          name="operator"
          label={kind === 'threshold' ? 'Fires when the value is' : 'Fires when the change is'}
          options={operators}
        />
      )}
      {kind === 'steady' && <ChoiceInput name="direction" label="Fires when it" options={directions} />}
      {kind === 'sequence' && (
        <SwitchInput
          name="expect_b"
          label="Fires when the second event comes"
          description="Otherwise it fires when it does not come in time"
        />
      )}
      {kind === 'absence' && (
        <SwitchInput
          name="only_if_seen_yesterday"
          label="Only where there was something at the same time yesterday"
          description="So that a quiet night is no alarm"
        />
      )}
      <Stack gap={2} wrap="wrap" alignItems="flex-start">
        {numbers.filter((name) => !finer.includes(name)).map(number)}
      </Stack>
      <CollapsableSection
        label="Recovery, patience, missing data"
        isOpen={isOpen || hasProblem}
        onToggle={setIsOpen}
        unmountContentWhenClosed={false}
      >
        <Stack direction="column" gap={2}>
          <Stack gap={2} wrap="wrap" alignItems="flex-start">
            {numbers.filter((name) => finer.includes(name)).map(number)}
            {finest.map(number)}
          </Stack>
          <ChoiceInput name="no_data" label="Where there is no data" options={noData} />
          <ChoiceInput name="on_error" label="Where it cannot be evaluated three times in a row" options={onError} />
        </Stack>
      </CollapsableSection>
    </Stack>
  );
}

const finest: readonly NumberFieldName[] = [
  'keep_firing_minutes',
  'evaluation_interval_seconds',
  'delay_seconds',
  'max_label_sets',
  'stale_hours',
];
