import { Checkbox } from '@grafana/ui';
import React from 'react';
import { useFormContext } from 'react-hook-form';
import type { RuleForm } from './RuleForm';

interface Props {
  name: 'enabled' | 'in_stack' | 'expect_b' | 'only_if_seen_yesterday';
  label: string;
  description?: string;
}

/** Yes or no. */
export function SwitchInput({ name, label, description }: Props) {
  const { register } = useFormContext<RuleForm>();
  return (
    // Not stretched: its label would stand at the other end of the page.
    <div>
      <Checkbox label={label} description={description} {...register(name)} />
    </div>
  );
}
