import { Field, Input, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import type { CheckForm } from './CheckForm';

type Name =
  | 'interval_seconds'
  | 'timeout_ms'
  | 'retries'
  | 'failures_to_down'
  | 'successes_to_recover'
  | 'degraded_ms'
  | 'uptime_target';

const fields: ReadonlyArray<readonly [name: Name, label: string, description: string]> = [
  ['interval_seconds', 'Look every', 'Seconds, 10 at least'],
  ['timeout_ms', 'Wait at most', 'Milliseconds; then it counts as a failure'],
  ['retries', 'Try again', 'Times, before it counts as a failure'],
  ['failures_to_down', 'Down after', 'Failures in a row'],
  ['successes_to_recover', 'Back after', 'Successes in a row'],
  ['degraded_ms', 'Degraded above', 'Milliseconds; empty: however slow'],
  ['uptime_target', 'Uptime to reach', 'Percent in 30 days; empty: none'],
];

interface Props {
  form: CheckForm;
  onChange: (part: Partial<CheckForm>) => void;
  disabled: boolean;
}

/** How often, how long, and when it counts. */
export function NumberFields({ form, onChange, disabled }: Props) {
  const id = useId();
  return (
    <Stack gap={2} wrap="wrap">
      {fields.map(([name, label, description]) => (
        <Field key={name} label={label} description={description}>
          <Input
            id={`${id}-${name}`}
            type="number"
            width={24}
            disabled={disabled}
            value={form[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        </Field>
      ))}
    </Stack>
  );
}
