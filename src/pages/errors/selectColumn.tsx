import { Checkbox, type Column } from '@grafana/ui';
import React, { useContext } from 'react';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { SelectedGroupsContext } from './SelectedGroups';

/** The column of check boxes. */
export const selectColumn: Column<ErrorGroup> = {
  id: 'selected',
  header: () => <SelectAll />,
  disableGrow: true,
  cell: ({ row }) => <SelectGroup group={row.original} />,
};

function SelectAll() {
  const { listed, selected, select } = useContext(SelectedGroupsContext);
  const count = listed.filter((id) => selected.has(id)).length;
  return (
    <Checkbox
      aria-label="Select all of the list"
      value={count > 0 && count === listed.length}
      indeterminate={count > 0 && count < listed.length}
      onChange={(event) => select(listed, event.currentTarget.checked)}
    />
  );
}

function SelectGroup({ group: { id, title } }: { group: ErrorGroup }) {
  const { selected, select } = useContext(SelectedGroupsContext);
  return (
    <Checkbox
      aria-label={`Select ${title}`}
      data-list-row
      value={selected.has(id)}
      onChange={(event) => select([id], event.currentTarget.checked)}
    />
  );
}
