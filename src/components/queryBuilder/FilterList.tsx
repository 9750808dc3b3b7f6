import { Field, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import type { Filter } from '../../contract/query/Query';
import { AddRowButton } from '../AddRowButton';
import type { EditorContext } from './EditorContext';
import { FilterRow } from './FilterRow';
import { isCompleteFilter } from './isCompleteFilter';

interface Props extends EditorContext {
  /** The one field that may be filtered on, where there is only one. */
  only?: string | undefined;
  onChange: (filters: Filter[]) => void;
}

const sameFilters = (one: readonly Filter[], other: readonly Filter[]) => JSON.stringify(one) === JSON.stringify(other);

/** The filters of a query. Half-typed rows live here only, so that no query carries what the server would refuse. */
export function FilterList({ only, onChange, ...context }: Props) {
  const filters = (context.filters ?? []).filter(({ field }) => !only || field === only);
  const [rows, setRows] = useState<Filter[]>(filters);
  const shown = sameFilters(rows.filter(isCompleteFilter), filters) ? rows : filters;

  const change = (next: Filter[]) => {
    setRows(next);
    const complete = next.filter(isCompleteFilter);
    if (!sameFilters(complete, filters)) {
      onChange(complete);
    }
  };
  const add = () => change([...shown, { field: only ?? '', operator: '=', value: '' }]);
  const isFull = Boolean(only) && shown.length > 0;

  return (
    <Field label="Where" noMargin>
      <Stack direction="column" gap={1}>
        {shown.map((filter, index) => (
          <FilterRow
            // Rows have no identity of their own; order is all there is.
            key={index}
            {...context}
            only={only}
            filter={filter}
            onChange={(next) => change(shown.map((row, position) => (position === index ? next : row)))}
            onRemove={() => change(shown.filter((_, position) => position !== index))}
          />
        ))}
        {!isFull && (
          <div>
            <AddRowButton onClick={add}>{only ? `Only one ${only}` : 'Add filter'}</AddRowButton>
          </div>
        )}
      </Stack>
    </Field>
  );
}
