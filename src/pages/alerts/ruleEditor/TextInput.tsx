import { Field, Input, TextArea } from '@grafana/ui';
import React, { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import type { RuleForm } from './RuleForm';

interface Props {
  name: 'name' | 'description' | 'regex' | 'service_name' | 'title_template' | 'message_template';
  label: string;
  description?: string;
  placeholder?: string;
  maxLength: number;
  isRequired?: boolean;
  /** More than one line. */
  isLong?: boolean;
}

/** A text of the form. */
export function TextInput({ name, label, description, placeholder, maxLength, isRequired, isLong }: Props) {
  const id = useId();
  const { register, formState } = useFormContext<RuleForm>();
  const complaint = formState.errors[name]?.message;
  const shared = { id, placeholder, maxLength, autoComplete: 'off', ...register(name) };
  return (
    <Field
      noMargin
      label={label}
      description={description}
      required={isRequired}
      invalid={complaint !== undefined}
      error={complaint}
    >
      {isLong ? <TextArea rows={3} {...shared} /> : <Input {...shared} />}
    </Field>
  );
}
