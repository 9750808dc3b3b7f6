import { Combobox, FilterInput, Stack } from '@grafana/ui';
import React from 'react';
import { Named } from '../../../components/Named';
import { checkKinds } from '../../../contract/health/words';
import { kindTexts } from '../kindTexts';
import { shownStatuses, statusTexts } from '../statusTexts';
import type { ServiceFilters } from './ServiceFilters';

const statusOptions = [
  { value: '', label: 'Any status' },
  ...shownStatuses.map((value) => ({ value: value as string, label: statusTexts[value].label })),
];
const kindOptions = [
  { value: '', label: 'Any kind' },
  ...checkKinds.map((value) => ({ value: value as string, label: kindTexts[value].label })),
];

interface Props {
  chosen: ServiceFilters;
  onChange: (part: ServiceFilters) => void;
}

/** Search, status and kind. */
export function FilterBar({ chosen, onChange }: Props) {
  return (
    <Stack gap={1} wrap="wrap">
      <FilterInput
        placeholder="Search names, labels and errors"
        width={36}
        value={chosen.query ?? ''}
        onChange={(query) => onChange({ query })}
      />
      <Named name="Status">
        {(id) => (
          <Combobox
            aria-labelledby={id}
            width={20}
            options={statusOptions}
            value={chosen.status ?? ''}
            onChange={({ value }) => onChange({ status: shownStatuses.find((status) => status === value) })}
          />
        )}
      </Named>
      <Named name="Kind">
        {(id) => (
          <Combobox
            aria-labelledby={id}
            width={20}
            options={kindOptions}
            value={chosen.kind ?? ''}
            onChange={({ value }) => onChange({ kind: checkKinds.find((kind) => kind === value) })}
          />
        )}
      </Named>
    </Stack>
  );
}
