import React from 'react';
import type { Severity } from '../contract/entities/ErrorLog';
import { severities } from '../contract/severities';
import { FilterChoice } from './FilterChoice';

interface Props {
  /** Undefined: any. */
  value: Severity | undefined;
  onChange: (severity: Severity | undefined) => void;
}

/** The worst first. */
const options = [
  { value: '', label: 'Any severity' },
  ...[...severities].reverse().map((value) => ({ value: value as string, label: value })),
];

/** A list by how bad things are. */
export function SeverityFilter({ value, onChange }: Props) {
  return (
    <FilterChoice
      name="Severity"
      width={18}
      options={options}
      value={value}
      onChange={(chosen) => onChange(severities.find((severity) => severity === chosen))}
    />
  );
}
