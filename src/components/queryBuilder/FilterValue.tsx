import { Input } from '@grafana/ui';
import React from 'react';
import type { Filter } from '../../contract/query/Query';
import { Choices } from './Choices';
import type { EditorContext } from './EditorContext';
import { suggestValues } from './suggestValues';

interface Props extends EditorContext {
  id: string;
  filter: Filter;
  /** One value at most. */
  single: boolean;
  onChange: (filter: Filter) => void;
}

/** The value of a filter: chosen from what the field had, or typed. */
export function FilterValue({ id, filter, single, onChange, ...context }: Props) {
  const { field, operator, value } = filter;
  if (operator !== '=' && operator !== '!=') {
    const isPattern = operator === '=~' || operator === '!~';
    return (
      <Input
        // A value set from elsewhere starts a new input.
        key={String(value)}
        id={id}
        placeholder={isPattern ? 'Pattern, as in ^/cart' : 'Number'}
        defaultValue={String(value)}
        onBlur={(event) => onChange({ ...filter, value: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && onChange({ ...filter, value: event.currentTarget.value })}
      />
    );
  }
  const chosen = (Array.isArray(value) ? value : [String(value)]).filter((text) => text !== '');
  const choose = (texts: string[]) => {
    const kept = single ? texts.slice(-1) : texts;
    onChange({ ...filter, value: kept.length === 1 ? (kept[0] ?? '') : kept });
  };
  return (
    <Choices
      id={id}
      // Another field has other values: what was loaded before must not be offered.
      key={field}
      options={(search) => suggestValues(context, field, search)}
      value={chosen}
      placeholder={field ? 'Value' : 'Choose a field first'}
      isDisabled={!field}
      onChange={choose}
    />
  );
}
