import { locationService } from '@grafana/runtime';
import { Button, EmptyState, InteractiveTable, Stack } from '@grafana/ui';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import { mayEdit } from '../../api/datasource';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Skeleton } from '../../components/Skeleton';
import { BulkActions } from './BulkActions';
import { groupColumns } from './groupColumns';
import { GroupFilters, type ChosenFilters } from './GroupFilters';
import { readFilters } from './readFilters';
import { selectColumn } from './selectColumn';
import { SelectedGroupsContext } from './SelectedGroups';
import { useGroupList } from './useGroupList';

const columnsOfEditors = [selectColumn, ...groupColumns];
const nobody: ReadonlySet<string> = new Set();

/** The errors by their cause, with what was decided about each. */
export function ErrorsScreen({ datasourceUid }: { datasourceUid: string }) {
  const [chosen, setChosen] = useState(() => readFilters(locationService.getSearch()));
  const [marked, setMarked] = useState(nobody);
  const table = useRef<HTMLDivElement>(null);
  const { groups, error, hasMore, loadMore, reload } = useGroupList(datasourceUid, chosen);
  const change = (part: ChosenFilters) => {
    setChosen((before) => ({ ...before, ...part }));
    setMarked(nobody);
    reload();
    locationService.partial({ ...part }, true);
  };
  const selection = useMemo(
    () => ({
      listed: groups?.map(({ id }) => id) ?? [],
      selected: marked,
      select: (ids: readonly string[], isSelected: boolean) =>
        setMarked((before) => new Set([...before].filter((id) => !ids.includes(id)).concat(isSelected ? ids : []))),
    }),
    [groups, marked]
  );
  const selected = useMemo(() => groups?.filter(({ id }) => marked.has(id)) ?? [], [groups, marked]);
  const decided = useCallback(
    (undecided: readonly string[]) => {
      setMarked(new Set(undecided));
      reload();
    },
    [reload]
  );
  const clear = useCallback(() => setMarked(nobody), []);

  return (
    <Stack direction="column" gap={2}>
      <GroupFilters datasourceUid={datasourceUid} chosen={chosen} onChange={change} />
      {error && <ErrorNotice title="The errors cannot be read" message={error.message} onRetry={reload} />}
      {!groups && !error && <Skeleton label="Loading the errors" lines={8} />}
      {groups && mayEdit() && (
        <BulkActions
          datasourceUid={datasourceUid}
          list={table}
          selected={selected}
          onClear={clear}
          onDecided={decided}
        />
      )}
      {groups?.length === 0 && (
        <EmptyState variant="not-found" message="No errors here">
          Nothing fits these filters. Choose all states, or wait: errors show up within seconds.
        </EmptyState>
      )}
      {groups && groups.length > 0 && (
        <SelectedGroupsContext.Provider value={selection}>
          <div ref={table}>
            <InteractiveTable
              columns={mayEdit() ? columnsOfEditors : groupColumns}
              data={groups}
              getRowId={({ id }) => id}
            />
          </div>
        </SelectedGroupsContext.Provider>
      )}
      {loadMore.error && <ErrorNotice title="The list ends here" message={loadMore.error.message} />}
      {hasMore && (
        <Button variant="secondary" disabled={loadMore.running} onClick={() => void loadMore.run()}>
          Show more
        </Button>
      )}
    </Stack>
  );
}
