import { Button, Combobox, FilterInput, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { Named } from '../../../components/Named';
import type { AlertRuleDetail } from '../../../contract/resources/alertRules';
import { isFiltered, type InboxFilters } from './InboxFilters';

type Change = Partial<Record<keyof InboxFilters, string | undefined>>;

interface Props {
  filters: InboxFilters;
  rules: ReadonlyMap<string, AlertRuleDetail> | undefined;
  /** The login of who looks; undefined for somebody without one. */
  me: string | undefined;
  onChange: (change: Change) => void;
}

const anybody = '*';
const nobody = '';

/** Search, labels, rule and who has it. */
export function InboxFilterBar({ filters, rules, me, onChange }: Props) {
  const people = [
    { value: anybody, label: 'Whoever has it' },
    ...(me ? [{ value: me, label: 'Assigned to me' }] : []),
    { value: nobody, label: 'Nobody assigned' },
    ...(filters.assigned_to && filters.assigned_to !== me ? [{ value: filters.assigned_to }] : []),
  ];
  const ruleOptions = [...(rules?.values() ?? [])]
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Stack gap={1} wrap="wrap" role="search">
      <TypedFilter
        // Begins anew when the filter is changed elsewhere, as by a click on a label.
        key={`query ${filters.query}`}
        label="Search"
        placeholder="Search title and labels; Enter searches"
        width={42}
        value={filters.query}
        onChange={(query) => onChange({ query })}
      />
      <TypedFilter
        key={`labels ${filters.labels}`}
        label="Labels"
        placeholder={'Labels: team="web",page_path=~"/cart.*"'}
        width={40}
        value={filters.labels}
        onChange={(labels) => onChange({ labels })}
      />
      <Named name="Rule">
        {(id) => (
          <Combobox
            aria-labelledby={id}
            width={26}
            placeholder="Every rule"
            isClearable
            options={ruleOptions}
            value={filters.rule ?? null}
            onChange={(choice) => onChange({ rule: choice?.value })}
          />
        )}
      </Named>
      <Named name="Who has it">
        {(id) => (
          <Combobox
            aria-labelledby={id}
            width={22}
            options={people}
            value={filters.assigned_to ?? anybody}
            onChange={({ value }) => onChange({ assigned_to: value === anybody ? undefined : value })}
          />
        )}
      </Named>
      {isFiltered(filters) && (
        <Button
          variant="secondary"
          fill="text"
          icon="times"
          onClick={() =>
            onChange({
              query: undefined,
              labels: undefined,
              rule: undefined,
              severity: undefined,
              assigned_to: undefined,
            })
          }
        >
          Clear filters
        </Button>
      )}
    </Stack>
  );
}

interface TypedProps {
  label: string;
  placeholder: string;
  width: number;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A filter that is typed, and holds from Enter on, or at once where it is emptied. */
function TypedFilter({ label, placeholder, width, value = '', onChange }: TypedProps) {
  const [typed, setTyped] = useState(value);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim() || undefined);
      }}
    >
      <FilterInput
        aria-label={label}
        placeholder={placeholder}
        width={width}
        escapeRegex={false}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          if (text === '' && value !== '') {
            onChange(undefined);
          }
        }}
      />
    </form>
  );
}
