import { RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { muteStatuses, type MuteStatus } from '../../../contract/alerting/muteStates';

const options = [
  { value: '' as const, label: 'All' },
  ...muteStatuses.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
];

interface Props {
  status: MuteStatus | undefined;
  onChange: (status: MuteStatus | undefined) => void;
}

/** Which are listed. */
export function MuteFilter({ status, onChange }: Props) {
  return (
    <RadioButtonGroup<MuteStatus | ''>
      aria-label="State"
      options={options}
      value={status ?? ''}
      onChange={(value) => onChange(value === '' ? undefined : value)}
    />
  );
}
