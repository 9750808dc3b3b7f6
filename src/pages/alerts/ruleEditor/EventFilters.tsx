import { Field } from '@grafana/ui';
import React from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import type { FieldSource } from '../../../components/queryBuilder/FieldSource';
import { FilterList } from '../../../components/queryBuilder/FilterList';
import type { RuleForm } from './RuleForm';

interface Props {
  source: FieldSource;
  name: 'a' | 'b';
  label: string;
}

/** Which events are meant, by filters. */
export function EventFilters({ source, name, label }: Props) {
  const { control } = useFormContext<RuleForm>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Field
          noMargin
          label={label}
          invalid={fieldState.error !== undefined || undefined}
          error={fieldState.error?.message}
        >
          <div role="group" aria-label={label}>
            <FilterList source={source} kind="events" filters={field.value} onChange={field.onChange} />
          </div>
        </Field>
      )}
    />
  );
}
