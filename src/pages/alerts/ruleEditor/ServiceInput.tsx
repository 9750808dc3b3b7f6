import { Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { Choice } from '../../../components/queryBuilder/Choice';
import { EditorField } from '../../../components/queryBuilder/EditorField';
import type { FieldSource } from '../../../components/queryBuilder/FieldSource';
import { suggestValues } from '../../../components/queryBuilder/suggestValues';
import { ChoiceInput } from './ChoiceInput';
import type { RuleForm } from './RuleForm';

const statuses = [
  { value: 'down' as const, label: 'Down' },
  { value: 'degraded' as const, label: 'Degraded or down' },
];
const everyService = { value: '*', label: 'Any service', description: 'Each has alerts of its own' };

/** Which service, and how bad it must be. */
export function ServiceInput({ source }: { source: FieldSource }) {
  const id = useId();
  const { control } = useFormContext<RuleForm>();
  return (
    <Stack gap={2} wrap="wrap">
      <Controller
        control={control}
        name="service_name"
        render={({ field, fieldState }) => (
          <EditorField label="Service" hint={fieldState.error?.message} minWidth={240}>
            <Choice
              id={id}
              isOpen
              options={async (search) => [
                everyService,
                ...(await suggestValues({ source, kind: 'health' }, 'service_name', search)),
              ]}
              value={field.value}
              onChange={field.onChange}
            />
          </EditorField>
        )}
      />
      <ChoiceInput name="status" label="Is" options={statuses} />
    </Stack>
  );
}
