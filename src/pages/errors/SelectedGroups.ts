import { createContext } from 'react';

/** Which of the listed groups are selected, by id, and how that is changed. */
export interface SelectedGroups {
  listed: readonly string[];
  selected: ReadonlySet<string>;
  select: (ids: readonly string[], isSelected: boolean) => void;
}

/** Through a context, for a table makes its cells anew, and loses the focus in them, whenever its columns change. */
export const SelectedGroupsContext = createContext<SelectedGroups>({
  listed: [],
  selected: new Set(),
  select: () => undefined,
});
