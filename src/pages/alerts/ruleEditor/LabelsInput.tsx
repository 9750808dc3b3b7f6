import { Field, IconButton, Input, Stack } from '@grafana/ui';
import React from 'react';
import { AddRowButton } from '../../../components/AddRowButton';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { RuleForm } from './RuleForm';

const mostLabels = 20;

/** Labels of the rule's own, for silences and filters to go by. */
export function LabelsInput() {
  const { control, register, formState } = useFormContext<RuleForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'labels' });
  const { labels: problem } = formState.errors;
  const complaint = problem?.message ?? problem?.root?.message;
  return (
    <Field
      noMargin
      label="Labels"
      description="Added to those of each group: for silences, filters and templates"
      // Not `false`: what stands in the field is no input and would show it as an attribute.
      invalid={complaint !== undefined || undefined}
      error={complaint}
    >
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        {fields.map(({ id }, index) => (
          <Stack key={id} gap={0.5} alignItems="center">
            <Input
              aria-label={`Name of label ${index + 1}`}
              placeholder="team"
              maxLength={64}
              width={20}
              {...register(`labels.${index}.name`)}
            />
            <Input
              aria-label={`Value of label ${index + 1}`}
              placeholder="web"
              maxLength={255}
              width={30}
              {...register(`labels.${index}.value`)}
            />
            <IconButton
              name="trash-alt"
              aria-label={`Remove label ${index + 1}`}
              tooltip={`Remove label ${index + 1}`}
              onClick={() => remove(index)}
            />
          </Stack>
        ))}
        {fields.length < mostLabels && (
          <AddRowButton onClick={() => append({ name: '', value: '' })}>Add label</AddRowButton>
        )}
      </Stack>
    </Field>
  );
}
