import { Field, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { ScrollingRow } from '../../../components/queryBuilder/ScrollingRow';
import type { RuleForm } from './RuleForm';

/** Fields of the form that are one of some words. */
type ChoiceName =
  | 'severity'
  | 'operator'
  | 'compare'
  | 'change'
  | 'direction'
  | 'min_severity'
  | 'by'
  | 'status'
  | 'no_data'
  | 'on_error';

interface Props<N extends ChoiceName> {
  name: N;
  label: string;
  description?: string;
  options: Array<{ value: RuleForm[N]; label: string; description?: string }>;
}

/** One choice of a few. */
export function ChoiceInput<N extends ChoiceName>({ name, label, description, options }: Props<N>) {
  const { control } = useFormContext<RuleForm>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Field
          noMargin
          label={label}
          description={description}
          invalid={fieldState.error !== undefined}
          error={fieldState.error?.message}
        >
          <ScrollingRow>
            <RadioButtonGroup
              aria-label={label}
              options={options}
              // The name says which of the words it is; the form's type forgets that inside of a controller.
              value={field.value as RuleForm[N]}
              onChange={(value) => field.onChange(value)}
            />
          </ScrollingRow>
        </Field>
      )}
    />
  );
}
