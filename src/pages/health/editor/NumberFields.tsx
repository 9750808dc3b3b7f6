import { Field, Input, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { checkNumbers, type CheckForm, type CheckNumber } from './CheckForm';

const texts: Record<CheckNumber, { label: string; description: string }> = {
  interval_seconds: { label: 'Look every', description: 'Seconds, 10 at least' },
  timeout_ms: { label: 'Wait at most', description: 'Milliseconds; then it failed' },
  retries: { label: 'Try again', description: 'Times, before it counts as a failure' },
  retry_interval_seconds: { label: 'Try again after', description: 'Seconds' },
  failures_to_down: { label: 'Down after', description: 'Failures in a row' },
  successes_to_recover: { label: 'Back after', description: 'Successes in a row' },
  degraded_ms: { label: 'Degraded above', description: 'Milliseconds; empty: however slow' },
  degraded_percent: { label: 'Degraded by failures above', description: 'Percent of the last ten; empty: never' },
  uptime_target: { label: 'Uptime to reach', description: 'Percent in 30 days; empty: none' },
};

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
      {checkNumbers.map((name) => (
        <Field key={name} {...texts[name]}>
          <Input
            id={`${id}-${name}`}
            type="number"
            width={28}
            disabled={disabled}
            value={form[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        </Field>
      ))}
    </Stack>
  );
}
