import { css } from '@emotion/css';
import { Combobox, Field, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { FieldSource } from '../../../components/queryBuilder/FieldSource';
import { severities } from '../../../contract/severities';
import { ChoiceInput } from './ChoiceInput';
import { conditionKinds, conditionTexts, countingKinds, queriedKinds, type ConditionKind } from './ConditionKind';
import { EventFilters } from './EventFilters';
import { QueryFields } from './QueryFields';
import type { RuleForm } from './RuleForm';
import { ServiceInput } from './ServiceInput';
import { SwitchInput } from './SwitchInput';
import { TextInput } from './TextInput';
import { usualNumbers } from './usualNumbers';

const kinds = conditionKinds.map((value) => ({ value, ...conditionTexts[value] }));
const severityOptions = severities.map((value) => ({ value, label: value }));
const spreads = [
  { value: 'users' as const, label: 'Users' },
  { value: 'pages' as const, label: 'Pages' },
  { value: 'releases' as const, label: 'Releases' },
];

const narrow = css({ maxWidth: 400 });

/** Step 1: what the rule looks for, and in what. */
export function WhatStep({ source }: { source: FieldSource }) {
  const id = useId();
  const { control, setValue, getFieldState } = useFormContext<RuleForm>();
  const kind = useWatch({ control, name: 'condition' });
  const choose = (next: ConditionKind) => {
    setValue('condition', next, { shouldDirty: true });
    for (const [name, value] of Object.entries(usualNumbers[next] ?? {})) {
      // What a person typed stays; what was filled in for another kind makes room.
      if (!getFieldState(name as keyof RuleForm).isDirty) {
        setValue(name as keyof RuleForm, value);
      }
    }
  };
  return (
    <Stack direction="column" gap={2}>
      <Controller
        control={control}
        name="condition"
        render={({ field, fieldState }) => (
          <Field
            noMargin
            className={narrow}
            label="Look for"
            htmlFor={id}
            invalid={fieldState.error !== undefined}
            error={fieldState.error?.message}
          >
            <Combobox
              id={id}
              options={kinds}
              value={field.value}
              onChange={({ value }) => {
                if (value !== field.value) {
                  choose(value);
                }
              }}
            />
          </Field>
        )}
      />
      {queriedKinds.includes(kind) && <QueryFields source={source} isCounted={countingKinds.includes(kind)} />}
      {kind === 'message' && (
        <>
          <TextInput
            name="regex"
            label="Message matches"
            description="A regular expression (RE2 syntax), found anywhere in the message; (?i) ignores case"
            placeholder="timeout|ECONN"
            maxLength={1024}
            isRequired
          />
          <SwitchInput name="in_stack" label="Also look in the stack" />
        </>
      )}
      {(kind === 'new_group' || kind === 'regressed') && (
        <ChoiceInput
          name="min_severity"
          label="Least severity"
          description="Errors that are less bad do not count"
          options={severityOptions}
        />
      )}
      {kind === 'spread' && <ChoiceInput name="by" label="Spreads to" options={spreads} />}
      {kind === 'sequence' && (
        <>
          <EventFilters source={source} name="a" label="First an event" />
          <EventFilters source={source} name="b" label="Then one" />
        </>
      )}
      {kind === 'health' && <ServiceInput source={source} />}
    </Stack>
  );
}
