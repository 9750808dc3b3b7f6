import { Field, Input } from '@grafana/ui';
import React, { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { numberFields, type NumberField, type NumberFieldName } from './numberFields';
import type { RuleForm } from './RuleForm';

interface Props {
  name: NumberFieldName;
  /** The unit, where only the condition knows it. */
  suffix?: string | undefined;
  label?: string;
}

/** One number of the form, with its unit and what it means. */
export function NumberInput({ name, suffix, label }: Props) {
  const id = useId();
  const { register, formState } = useFormContext<RuleForm>();
  const field: NumberField = numberFields[name];
  const complaint = formState.errors[name]?.message;
  return (
    <div style={{ flex: '1 1 190px', maxWidth: 260 }}>
      <Field
        noMargin
        label={label ?? field.label}
        description={field.description}
        required={!field.isOptional}
        invalid={complaint !== undefined}
        error={complaint}
      >
        <Input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          placeholder={field.placeholder}
          suffix={suffix ?? field.suffix}
          {...register(name)}
        />
      </Field>
    </div>
  );
}
