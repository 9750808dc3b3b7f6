import React from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { ConditionQueryFields } from '../../../components/queryBuilder/ConditionQueryFields';
import type { FieldSource } from '../../../components/queryBuilder/FieldSource';
import type { RuleForm } from './RuleForm';

interface Props {
  source: FieldSource;
  /** Rows are counted: there is no calculation to choose. */
  isCounted: boolean;
}

/** The query of a condition. */
export function QueryFields({ source, isCounted }: Props) {
  const { control } = useFormContext<RuleForm>();
  const { field, fieldState } = useController({ control, name: 'query' });
  return (
    <ConditionQueryFields
      source={source}
      query={field.value}
      onChange={field.onChange}
      complaint={fieldState.error?.message}
      isCounted={isCounted}
    />
  );
}
