import { FilterInput, Stack } from '@grafana/ui';
import React from 'react';
import { Named } from '../../../components/Named';
import { Choice } from '../../../components/queryBuilder/Choice';
import { kindOf } from '../../../contract/health/kinds/kinds';
import { shownStatuses, statusTexts } from '../statusTexts';
import { shownKinds, type ServiceFilters } from './ServiceFilters';

const statusOptions = shownStatuses.map((value) => ({ value, label: statusTexts[value].label }));
const kindOptions = shownKinds.map((value) => ({
  value,
  label: value === 'reported' ? 'Reported by itself' : kindOf(value).label,
}));

interface Props {
  /** Names of all groups. */
  groups: readonly string[];
  chosen: ServiceFilters;
  onChange: (part: ServiceFilters) => void;
}

/** Search, status, kind and group. */
export function FilterBar({ groups, chosen, onChange }: Props) {
  return (
    <Stack gap={1} wrap="wrap">
      <FilterInput
        placeholder="Search names, labels and errors"
        width={36}
        value={chosen.query ?? ''}
        onChange={(query) => onChange({ query: query || undefined })}
      />
      <OneOf name="status" options={statusOptions} value={chosen.status} onChange={(status) => onChange({ status })} />
      <OneOf name="kind" options={kindOptions} value={chosen.kind} onChange={(kind) => onChange({ kind })} />
      {groups.length > 0 && (
        <OneOf
          name="group"
          options={groups.map((value) => ({ value, label: value }))}
          value={chosen.group}
          onChange={(group) => onChange({ group })}
        />
      )}
    </Stack>
  );
}

interface OneOfProps<T extends string> {
  name: string;
  options: Array<{ value: T; label: string }>;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

/** One of some, or any. */
function OneOf<T extends string>({ name, options, value, onChange }: OneOfProps<T>) {
  return (
    <Named name={`${name.charAt(0).toUpperCase()}${name.slice(1)}`}>
      {(id) => (
        <Choice<T | ''>
          aria-labelledby={id}
          width={20}
          options={[{ value: '', label: `Any ${name}` }, ...options]}
          value={value ?? ''}
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
      )}
    </Named>
  );
}
