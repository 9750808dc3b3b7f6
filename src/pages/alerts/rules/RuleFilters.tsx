import { FilterInput, Stack } from '@grafana/ui';
import React from 'react';
import { FilterChoice } from '../../../components/FilterChoice';
import { SeverityFilter } from '../../../components/SeverityFilter';
import type { RuleListFilters } from './RuleListFilters';
import { ruleStates, ruleStateTexts } from './RuleState';

const stateOptions = [
  { value: '', label: 'Any state' },
  ...ruleStates.map((value) => ({ value: value as string, ...ruleStateTexts[value] })),
];

interface Props {
  chosen: RuleListFilters;
  onChange: (part: RuleListFilters) => void;
}

/** Search, state and severity of the list. */
export function RuleFilters({ chosen, onChange }: Props) {
  return (
    <Stack gap={1} wrap="wrap">
      <FilterInput
        placeholder="Search name, condition, labels or channels"
        width={40}
        value={chosen.query ?? ''}
        onChange={(query) => onChange({ query })}
      />
      <FilterChoice
        name="State"
        width={22}
        options={stateOptions}
        value={chosen.state}
        onChange={(value) => onChange({ state: ruleStates.find((state) => state === value) })}
      />
      <SeverityFilter value={chosen.severity} onChange={(severity) => onChange({ severity })} />
    </Stack>
  );
}
